//! The scale of figures: round numbers that cover them.

use rihla_text::language::Decimal;

/// Round numbers at equal distances.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// How many steps from zero the first one is.
    first: i64,
    /// How many there are, at least two.
    count: i64,
    /// A step is `digit` times ten to the power of `exponent`.
    digit: i64,
    exponent: i16,
}

/// The farthest from zero, in steps, that a scale begins: figures that lie closer together than
/// that, far away from zero, are drawn as if they lay apart as much.
const FARTHEST: f64 = 1e12;

impl Scale {
    /// The numbers that cover the figures from `least` to `most`, about `wanted` of them and
    /// never more than three more. They are whole where the figures are: there is no half of a
    /// programme.
    pub(super) fn covering(least: f64, most: f64, wanted: usize, is_whole: bool) -> Self {
        let (least, most) = match least <= most {
            true => (least, most),
            false => (most, least),
        };
        let magnitude = least.abs().max(most.abs());
        let mut span = most - least;
        if span <= magnitude / FARTHEST || !span.is_finite() {
            span = match magnitude > 0.0 {
                true => magnitude / 2.0,
                false => 1.0,
            };
        }
        let gaps = wanted.max(2) as f64 - 1.0;
        let raw = span / gaps;
        let mut exponent = raw.log10().floor() as i16;
        let lead = raw / power(exponent);
        let mut digit = match lead {
            lead if lead <= 1.000_001 => 1,
            lead if lead <= 2.000_001 => 2,
            lead if lead <= 5.000_001 => 5,
            _ => 10,
        };
        if digit == 10 {
            digit = 1;
            exponent += 1;
        }
        if is_whole && exponent < 0 {
            (digit, exponent) = (1, 0);
        }
        let step = digit as f64 * power(exponent);
        let first = (least / step + 1e-9).floor() as i64;
        let last = (most / step - 1e-9).ceil() as i64;
        Self {
            first,
            count: (last - first + 1).max(2),
            digit,
            exponent,
        }
    }

    /// The numbers.
    pub(super) fn ticks(&self) -> impl Iterator<Item = Decimal> {
        (self.first..self.first + self.count).map(|step| {
            let mut tick = Decimal::from(step * self.digit);
            tick.multiply_pow10(self.exponent);
            tick.trim_start();
            tick.trim_end();
            tick
        })
    }

    /// Where a figure lies between the first number, 0, and the last one, 1.
    pub(super) fn place(&self, figure: f64) -> f64 {
        let step = self.digit as f64 * power(self.exponent);
        let place = (figure / step - self.first as f64) / (self.count - 1) as f64;
        if place.is_finite() {
            place.clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}

fn power(exponent: i16) -> f64 {
    10f64.powi(exponent.into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::select::to_f64;

    fn shown(least: f64, most: f64, wanted: usize) -> String {
        let ticks: Vec<String> = Scale::covering(least, most, wanted, false)
            .ticks()
            .map(|tick| tick.to_string())
            .collect();
        ticks.join(" ")
    }

    #[test]
    fn round_numbers() {
        assert_eq!(shown(0.0, 2457.0, 4), "0 1000 2000 3000");
        assert_eq!(shown(0.0, 100.0, 5), "0 50 100");
        assert_eq!(shown(0.0, 0.7, 4), "0 0.5 1");
        assert_eq!(shown(-3.0, 4.0, 4), "-5 0 5");
        assert_eq!(shown(0.0, 0.0, 4), "0 0.5");
        assert_eq!(shown(0.0, 1000.0, 6), "0 200 400 600 800 1000");
        assert_eq!(shown(0.0, 3.0, 4), "0 1 2 3");
        let whole: Vec<String> = Scale::covering(0.0, 1.0, 6, true)
            .ticks()
            .map(|tick| tick.to_string())
            .collect();
        assert_eq!(whole, ["0", "1"]);
    }

    proptest! {
        #[test]
        fn a_scale_covers_its_figures(
            a in -1e15..1e15f64, b in -1e15..1e15f64, shrink in 0..20i32, wanted in 2usize..7,
        ) {
            let (a, b) = (a / 10f64.powi(shrink), b / 10f64.powi(shrink));
            let scale = Scale::covering(a, b, wanted, false);
            let ticks: Vec<f64> = scale.ticks().map(|tick| to_f64(&tick)).collect();
            let (least, most) = (a.min(b), a.max(b));
            let slack = (most - least) * 1e-6 + most.abs().max(least.abs()) * 1e-9;
            prop_assert!(ticks[0] <= least + slack, "{ticks:?} of {a} {b}");
            prop_assert!(ticks[ticks.len() - 1] >= most - slack, "{ticks:?} of {a} {b}");
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
            prop_assert!((2..=wanted + 3).contains(&ticks.len()), "{} ticks", ticks.len());
            for figure in [a, b] {
                prop_assert!((0.0..=1.0).contains(&scale.place(figure)));
            }
        }
    }
}
