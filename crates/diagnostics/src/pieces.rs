//! Where the pieces of a text that was put together stand in the text of which it was made.

use std::ops::Range;

use crate::Span;

/// A map from a text that was put together to the one of which its pieces were taken.
///
/// Places are bytes. A piece reaches to the beginning of the next; what is longer in the made text than
/// in the original, as characters that stand for a place of it, leads to the end of its piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces(Vec<(usize, Span)>);

impl Pieces {
    /// Adds the piece that begins at `at`, behind all others.
    pub fn add(&mut self, at: usize, original: Span) {
        match self.0.last_mut() {
            Some((from, last))
                if last.end == original.start && *from + (last.end - last.start) == at =>
            {
                last.end = original.end;
            }
            _ => self.0.push((at, original)),
        }
    }

    /// Adds characters at `at` that stand for a place of the original.
    pub fn stand_for(&mut self, at: usize, place: usize) {
        self.0.push((at, Span::new(place, place)));
    }

    /// Takes so many bytes off the end of the last piece.
    pub fn shorten(&mut self, by: usize) {
        if let Some((_, last)) = self.0.last_mut() {
            last.end = last.end.saturating_sub(by).max(last.start);
        }
    }

    /// Whether there is none: the text is the original.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each piece in its order: where it begins, and its range in the original.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &(usize, Span)> {
        self.0.iter()
    }

    /// The piece that holds a byte: where it begins, and its range in the original.
    pub fn find(&self, at: usize) -> Option<(usize, Span)> {
        let next = self.0.partition_point(|(from, _)| *from <= at);
        Some(self.0[next.checked_sub(1)?])
    }

    /// The place in the original of a byte; before the first piece, the same.
    pub fn place(&self, at: usize) -> usize {
        self.place_in(at, at)
    }

    /// The place in the original of `at`, which is in the piece that holds the byte `inside`, or at its end.
    pub fn place_in(&self, inside: usize, at: usize) -> usize {
        self.find(inside).map_or(at, |(from, original)| {
            (original.start + at - from).min(original.end)
        })
    }

    /// The range in the original of a range: from its first byte to the end of its last, not to the
    /// beginning of what follows.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let start = self.place(range.start);
        let end = match range.end > range.start {
            true => self.place_in(range.end - 1, range.end),
            false => start,
        };
        Span::new(start, end.max(start))
    }

    /// The parts of the pieces that a range holds: where each begins, and its range in the original.
    pub fn within(&self, range: Range<usize>) -> impl Iterator<Item = (usize, Span)> {
        let next = self.0.partition_point(|(from, _)| *from <= range.start);
        let pieces = self.0[next.saturating_sub(1)..].iter();
        let pieces = pieces.take_while(move |(from, _)| *from < range.end);
        pieces.map(move |(from, original)| {
            let start = range.start.max(*from);
            let place = |at: usize| (original.start + at - from).min(original.end);
            (start, Span::new(place(start), place(range.end)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `ab-cd`, of the bytes 10 to 12 and 20 to 22; the hyphen stands for the byte 15.
    fn pieces() -> Pieces {
        let mut pieces = Pieces::default();
        pieces.add(0, Span::new(10, 11));
        pieces.add(1, Span::new(11, 12));
        pieces.stand_for(2, 15);
        pieces.add(3, Span::new(20, 22));
        pieces
    }

    #[test]
    fn places_are_those_of_the_original() {
        let pieces = pieces();
        let places: Vec<usize> = (0..6).map(|at| pieces.place(at)).collect();
        assert_eq!(places, [10, 11, 15, 20, 21, 22]);
        assert_eq!(pieces.span(&(0..2)), Span::new(10, 12));
        assert_eq!(pieces.span(&(1..5)), Span::new(11, 22));
        assert_eq!(pieces.span(&(2..3)), Span::new(15, 15));
        assert_eq!(pieces.span(&(3..3)), Span::new(20, 20));
        assert_eq!(Pieces::default().span(&(2..5)), Span::new(2, 5));
    }

    #[test]
    fn parts_of_pieces_are_cut_at_the_ends_of_a_range() {
        let found: Vec<_> = pieces().within(1..4).collect();
        assert_eq!(
            found,
            [
                (1, Span::new(11, 12)),
                (2, Span::new(15, 15)),
                (3, Span::new(20, 21)),
            ]
        );
    }
}
