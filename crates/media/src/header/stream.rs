//! Reading forward in a file of known length.

use std::io::{Read, Seek, SeekFrom};

/// A file or a piece of memory.
pub trait Seekable: Read + Seek {}

impl<T: Read + Seek> Seekable for T {}

impl Read for Stream<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let most = usize::try_from(self.left())
            .unwrap_or(usize::MAX)
            .min(out.len());
        let read = self.file.read(&mut out[..most])?;
        self.position += read as u64;
        Ok(read)
    }
}

/// A position in a file that never passes its end.
pub(super) struct Stream<'f> {
    file: &'f mut dyn Seekable,
    position: u64,
    length: u64,
}

impl<'f> Stream<'f> {
    /// A file of `length` bytes, at its beginning.
    pub(super) fn new(file: &'f mut dyn Seekable, length: u64) -> Self {
        Self {
            file,
            position: 0,
            length,
        }
    }

    /// Bytes from the beginning of the file.
    pub(super) fn position(&self) -> u64 {
        self.position
    }

    /// Bytes up to the end of the file.
    pub(super) fn left(&self) -> u64 {
        self.length.saturating_sub(self.position)
    }

    /// Goes to a position; `None` beyond the end.
    pub(super) fn go(&mut self, position: u64) -> Option<()> {
        if position > self.length {
            return None;
        }
        self.file.seek(SeekFrom::Start(position)).ok()?;
        self.position = position;
        Some(())
    }

    /// Passes over bytes; `None` beyond the end.
    pub(super) fn skip(&mut self, count: u64) -> Option<()> {
        match count {
            0 => Some(()),
            _ => self.go(self.position.checked_add(count)?),
        }
    }

    /// The next bytes.
    pub(super) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        self.file.read_exact(&mut bytes).ok()?;
        self.position += N as u64;
        Some(bytes)
    }

    /// The head of the next box (ISO/IEC 14496-12, section 4.2): its kind, and the position after its
    /// last byte. `None` at the end of the file, and where the length is too large for one.
    pub(super) fn head_of_box(&mut self) -> Option<([u8; 4], u64)> {
        let start = self.position;
        let length = u64::from(self.u32()?);
        let kind = self.take::<4>()?;
        let length = match length {
            // Up to the end of the file.
            0 => self.left() + 8,
            1 => self.take().map(u64::from_be_bytes)?,
            _ => length,
        };
        Some((kind, start.checked_add(length)?))
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    /// The next two bytes, big-endian.
    pub(super) fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_be_bytes)
    }

    /// The next four bytes, big-endian.
    pub(super) fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_be_bytes)
    }

    /// The next `count` bytes or, where the file has fewer, those; `count` is a bound of the
    /// caller's own, not a number from the file.
    pub(super) fn some(&mut self, count: usize) -> Vec<u8> {
        let count = self.left().min(count as u64);
        let mut bytes = Vec::new();
        // What could be read is there even where reading failed.
        let _ = (&mut *self.file).take(count).read_to_end(&mut bytes);
        self.position += bytes.len() as u64;
        bytes
    }

    /// As [`Stream::some`], without going forward.
    pub(super) fn peek(&mut self, count: usize) -> Vec<u8> {
        let before = self.position;
        let bytes = self.some(count);
        // A seek back to where the file was just read does not fail; if it does, so will reads.
        let _ = self.go(before);
        bytes
    }
}
