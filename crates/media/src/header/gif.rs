//! GIF 89a: the screen, and blocks up to a second image.

use super::stream::Stream;
use super::{Found, hidden};

/// How many blocks of data are passed over: each holds 255 bytes at most.
const BLOCKS: usize = 1_000_000;

pub(super) fn read(stream: &mut Stream) -> Found {
    let mut found = Found {
        // Any image of it may leave pixels out.
        alpha: true,
        ..Found::default()
    };
    // `None` is the end of the file, however it comes.
    let _ = blocks(stream, &mut found);
    found
}

fn blocks(stream: &mut Stream, found: &mut Found) -> Option<()> {
    stream.skip(6)?;
    // The logical screen (section 18), little-endian.
    let [a, b, c, d, flags, _, _] = stream.take()?;
    let side = |low, high| u32::from(u16::from_le_bytes([low, high]));
    found.size = Some((side(a, b), side(c, d)));
    stream.skip(table(flags))?;
    let mut images = 0;
    let mut left = BLOCKS;
    loop {
        match stream.byte()? {
            0x2c => {
                images += 1;
                found.animated = images > 1;
                if found.animated {
                    return None;
                }
                let [.., flags] = stream.take::<9>()?;
                // Its table, and the size of its codes.
                stream.skip(table(flags) + 1)?;
            }
            0x21 => {
                // An application's: its name has eleven bytes.
                if stream.byte()? == 0xff && stream.peek(12).ends_with(b"XMP DataXMP") {
                    let packet = stream.some(hidden::BLOCK);
                    hidden::xmp(&packet, found);
                    return None;
                }
            }
            _ => return None,
        }
        loop {
            left = left.checked_sub(1)?;
            match stream.byte()? {
                0 => break,
                length => stream.skip(u64::from(length))?,
            }
        }
    }
}

/// How long a table of colours is, by the flags before it.
fn table(flags: u8) -> u64 {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}
