//! GIF 89a: blocks.

/// Extensions of applications that say how an animation runs, or what its colours mean.
const KEPT: [&[u8]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    // The screen (section 18), and its table of colours.
    let head = 13 + table(*bytes.get(10)?);
    let mut out = bytes.get(..head)?.to_vec();
    let mut at = head;
    loop {
        let end = match bytes.get(at)? {
            0x3b => {
                out.push(0x3b);
                return Some(out);
            }
            // An image (section 20), its table, and the size of its codes.
            0x2c => blocks(bytes, at + 10 + table(*bytes.get(at + 9)?) + 1)?,
            0x21 => blocks(bytes, at + 2)?,
            _ => return None,
        };
        let block = bytes.get(at..end)?;
        let is_kept = match block.get(..2)? {
            [0x21, 0xfe] => false,
            [0x21, 0xff] => KEPT.iter().any(|name| block.get(3..14) == Some(name)),
            _ => true,
        };
        if is_kept {
            out.extend_from_slice(block);
        }
        at = end;
    }
}

/// How long a table of colours is, by the flags before it.
fn table(flags: u8) -> usize {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}

/// The end of blocks of data, of which the last is empty (section 15).
fn blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
