//! Numbers, percentages, amounts of money and sizes of files as a language writes them.

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;

use super::Language;
use super::currency::minor_digits;
use super::rows::{Habits, Row};

/// Everything that writes numbers for one language.
pub(super) struct Numbers {
    formatter: DecimalFormatter,
    habits: Habits,
    bytes: [&'static str; 5],
}

impl Numbers {
    /// The digits and separators of CLDR for a locale, with the habits of its row.
    pub(super) fn new(
        locale: &Locale,
        row: &Row,
        habits: Habits,
    ) -> Result<Self, Box<dyn std::error::Error>> {
        let options = DecimalFormatterOptions::default();
        Ok(Self {
            formatter: DecimalFormatter::try_new(locale.into(), options)?,
            habits,
            bytes: row.bytes,
        })
    }
}

/// The longest number that [`decimal`] reads: far more than any figure has, and few enough
/// for every operation on it to stay cheap.
const LONGEST: usize = 100;

/// A number in plain notation: an optional sign, digits, and at most one point with digits
/// after it (`174`, `-3`, `1.20`, whose zero is kept). Nothing else: no exponent, space or
/// comma; at most 100 characters.
pub fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let valid = text.len() <= LONGEST && plain(whole) && plain(fraction);
    // A written `+` would be printed, and so would zeros before the first digit.
    let mut number: Decimal =
        valid.then(|| text.strip_prefix('+').unwrap_or(text).parse().ok())??;
    number.trim_start();
    Some(number)
}

impl Language {
    /// A number with the digits and separators of CLDR: *1 234,5* with U+202F in French,
    /// *1,234.5* in English, *1234,5* in Spanish, which groups from five digits on.
    ///
    /// Digits are those that CLDR gives the tag: `ar` and `ar-MA` 0–9, `ar-EG` and `fa`
    /// their own; a variant such as `ar-MA-u-nu-arab` chooses others.
    pub fn number(&self, number: &Decimal) -> String {
        self.numbers.formatter.format(number).to_string()
    }

    /// A number of hundredths with its sign: 50 gives *50 %* with U+00A0 in French, *50%*
    /// in English.
    pub fn percent(&self, hundredths: &Decimal) -> String {
        let number = self.number(hundredths);
        self.numbers.habits.percent.replacen('#', &number, 1)
    }

    /// An amount with the ISO 4217 code of its currency, which texts of international
    /// organisations prefer to signs: *200 000 USD* in French, *USD 200,000* in English,
    /// with U+00A0 between them. A whole amount has no decimals, another has all those of
    /// its currency (*3,50 EUR*); none is rounded.
    pub fn money(&self, amount: &Decimal, currency: &str) -> String {
        let mut amount = amount.clone();
        amount.trim_end();
        if amount.nonzero_magnitude_end() < 0 {
            amount.pad_end(-minor_digits(currency));
        }
        let amount = self.number(&amount);
        match self.numbers.habits.code_first {
            true => format!("{currency}\u{a0}{amount}"),
            false => format!("{amount}\u{a0}{currency}"),
        }
    }

    /// The size of a file in decimal units, to one decimal below ten: *1,2 Mo*, *24 Mo*,
    /// *1.2 MB*, *512 B*, with U+00A0 between them.
    pub fn file_size(&self, bytes: u64) -> String {
        let last = self.numbers.bytes.len() - 1;
        let mut exponent = 0;
        let mut unit: u64 = 1;
        // Rounding may lead to a thousand of a unit, which is one of the next.
        while exponent < last && bytes >= unit * 1000 - unit / 2 {
            unit *= 1000;
            exponent += 1;
        }
        let tenths = match exponent {
            0 => bytes * 10,
            _ => bytes.saturating_add(unit / 20) / (unit / 10),
        };
        let mut number = match tenths {
            ..100 => Decimal::from(tenths),
            _ => Decimal::from(bytes.saturating_add(unit / 2) / unit * 10),
        };
        number.multiply_pow10(-1);
        number.trim_end();
        format!(
            "{}\u{a0}{}",
            self.number(&number),
            self.numbers.bytes[exponent]
        )
    }
}
