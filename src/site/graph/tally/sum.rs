//! Amounts, and their sums.

use super::Key;
use crate::schema::FieldValue;
use rihla_text::language::{Decimal, decimal};

/// What each of the names of an entry is given of its amount.
pub(super) fn amounts(
    found: Vec<(Key, Option<Decimal>)>,
    own: Option<&FieldValue>,
) -> Vec<(Key, Decimal)> {
    let own = match own {
        Some(FieldValue::Money(money)) => Some(&money.amount),
        Some(FieldValue::Number(number)) => Some(number),
        _ => None,
    };
    if found.iter().any(|(_, amount)| amount.is_some()) {
        return found
            .into_iter()
            .filter_map(|(key, amount)| Some((key, amount?)))
            .collect();
    }
    match (own, found.len()) {
        (None, _) | (_, 0) => Vec::new(),
        (Some(own), 1) => found
            .into_iter()
            .map(|(key, _)| (key, own.clone()))
            .collect(),
        (Some(own), _) => vec![(Key::Several, own.clone())],
    }
}

/// How many decimals of amounts are added up.
const DECIMALS: i16 = 4;

/// A sum, in ten-thousandths, so that nothing is lost on the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum(pub(super) i128);

impl Sum {
    pub(super) fn add(&mut self, number: &Decimal) {
        let mut scaled = number.clone();
        scaled.multiply_pow10(DECIMALS);
        scaled.round(0);
        // More digits than these are no amount of anything.
        let units: i128 = scaled.to_string().parse().unwrap_or(0);
        self.0 = self.0.saturating_add(units);
    }

    pub(super) fn decimal(self) -> Decimal {
        let mut number = decimal(&self.0.to_string()).unwrap_or_default();
        number.multiply_pow10(-DECIMALS);
        number.trim_end();
        number.trim_start();
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_lose_nothing() {
        let mut sum = Sum::default();
        for number in ["0.1", "0.2", "200000", "-3.25"] {
            sum.add(&decimal(number).expect("a number"));
        }
        assert_eq!(sum.decimal().to_string(), "199997.05");
        assert_eq!(Sum::default().decimal().to_string(), "0");
    }
}
