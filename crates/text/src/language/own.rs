//! What languages call themselves.

/// Tag (BCP 47) → the language's name in that language, as CLDR 46 has it, with a capital.
const NAMES: &[(&str, &str)] = &[
    ("af", "Afrikaans"),
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("az", "Azərbaycan"),
    ("be", "Беларуская"),
    ("bg", "Български"),
    ("bm", "Bamanakan"),
    ("bn", "বাংলা"),
    ("bs", "Bosanski"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("dv", "ދިވެހިބަސް"),
    ("dz", "རྫོང་ཁ"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("ff", "Pulaar"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("gl", "Galego"),
    ("gu", "ગુજરાતી"),
    ("ha", "Hausa"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("ht", "Kreyòl ayisyen"),
    ("hu", "Magyar"),
    ("hy", "Հայերեն"),
    ("id", "Indonesia"),
    ("ig", "Igbo"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("kk", "Қазақ тілі"),
    ("km", "ខ្មែរ"),
    ("ko", "한국어"),
    ("ku", "Kurdî"),
    ("ky", "Кыргызча"),
    ("lb", "Lëtzebuergesch"),
    ("ln", "Lingála"),
    ("lo", "ລາວ"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("mg", "Malagasy"),
    ("mk", "Македонски"),
    ("mn", "Монгол"),
    ("ms", "Melayu"),
    ("mt", "Malti"),
    ("my", "မြန်မာ"),
    ("nb", "Norsk bokmål"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("no", "Norsk"),
    ("om", "Oromoo"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("qu", "Runasimi"),
    ("rm", "Rumantsch"),
    ("rn", "Ikirundi"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("rw", "Ikinyarwanda"),
    ("sg", "Sängö"),
    ("si", "සිංහල"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sn", "ChiShona"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("te", "తెలుగు"),
    ("tg", "Тоҷикӣ"),
    ("th", "ไทย"),
    ("ti", "ትግርኛ"),
    ("tk", "Türkmen dili"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("uz", "O‘zbek"),
    ("vi", "Tiếng Việt"),
    ("wo", "Wolof"),
    ("xh", "IsiXhosa"),
    ("yo", "Èdè Yorùbá"),
    ("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
    ("zh", "中文"),
    ("zu", "IsiZulu"),
];

/// What the language of a tag calls itself; none where that is not known here.
pub fn own_name(tag: &str) -> Option<&'static str> {
    let primary = tag.split('-').next().unwrap_or_default();
    let found = NAMES.binary_search_by(|(known, _)| (*known).cmp(primary));
    found.ok().map(|at| NAMES[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.is_sorted_by_key(|row| row.0));
        assert_eq!(own_name("pt-BR"), Some("Português"));
        assert_eq!(own_name("tlh"), None);
    }
}
