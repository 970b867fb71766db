//! What an address must look like before anybody is asked about it.

use rihla_text::url::decoded;

/// Whether a server can be asked about an address.
pub(super) fn is_asked(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// What is wrong with the form of an address, as the message calls it; `None` where it is well formed, or a server can tell.
pub(super) fn fault(address: &str) -> Option<&'static str> {
    let (scheme, rest) = address.split_once(':')?;
    match &*scheme.to_ascii_lowercase() {
        "mailto" => {
            let (people, fields) = rest.split_once('?').unwrap_or((rest, ""));
            // Who shares a page chooses to whom.
            let is_to = |field: &str| {
                let field = field.to_ascii_lowercase();
                field.starts_with("to=") || field.starts_with("body=")
            };
            let is_elsewhere = people.is_empty() && fields.split('&').any(is_to);
            let is_right = people.split(',').all(|person| is_mail(&decoded(person)));
            (!is_elsewhere && !is_right).then_some("mail")
        }
        "tel" => (!is_number(rest)).then_some("telephone"),
        _ => None,
    }
}

/// Whether something is an address of mail: a part, one `@`, a host with a dot (RFC 6068 and RFC 5322, section 3.4.1, without
/// quoted names, which no form takes).
fn is_mail(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else {
        return false;
    };
    let is_part = |text: &str| {
        !text.is_empty()
            && !text.starts_with('.')
            && !text.ends_with('.')
            && !text.contains("..")
            && !text.contains(|c: char| c.is_whitespace() || "()<>[]:;@\\,\"".contains(c))
    };
    is_part(name) && is_part(host) && host.contains('.')
}

/// Whether something is a telephone number (RFC 3966): digits with what makes them readable, the whole one with `+`, and
/// parameters behind `;`.
fn is_number(text: &str) -> bool {
    let number = text.split(';').next().unwrap_or_default();
    let digits = number.strip_prefix('+').unwrap_or(number);
    let is_digit = |c: char| c.is_ascii_digit() || "*#".contains(c);
    digits.chars().any(is_digit) && digits.chars().all(|c| is_digit(c) || "-.()".contains(c))
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn forms() {
        for (address, expected) in [
            ("mailto:a@b.org", None),
            ("mailto:a@b.org,c@d.org?subject=x", None),
            ("mailto:a%40b.org", None),
            ("mailto:?subject=x&to=a@b.org", None),
            ("mailto:?subject=x&body=https%3A%2F%2Fb.org", None),
            ("mailto:?subject=x", Some("mail")),
            ("MAILTO:a@b.org", None),
            ("mailto:a.b.org", Some("mail")),
            ("mailto:", Some("mail")),
            ("mailto:a@b", Some("mail")),
            ("mailto:a b@c.org", Some("mail")),
            ("mailto:a@b.org; c@d.org", Some("mail")),
            ("mailto:a@@b.org", Some("mail")),
            ("tel:+212537652881", None),
            ("tel:+212-5-37-65-28-81", None),
            ("tel:141", None),
            ("tel:+1;ext=5", None),
            ("tel:", Some("telephone")),
            ("tel:+212 537", Some("telephone")),
            ("tel:cent", Some("telephone")),
            ("https://x.org", None),
            ("x", None),
        ] {
            assert_eq!(fault(address), expected, "{address}");
        }
    }
}
