//! Copies of files of text in the encodings that browsers take (RFC 9110, section 8.4.1), for
//! servers that send such a copy in the place of its file.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::{Compression, write::GzEncoder};

/// An encoding: what the name of a copy ends with, and how it is made.
pub(super) type Encoding = (&'static str, fn(&[u8]) -> io::Result<Vec<u8>>);

/// Every encoding of which copies are written.
pub(super) const ENCODINGS: [Encoding; 2] = [(".gz", gzip), (".br", brotli)];

/// Two builds of the same input are the same to the byte, so the header holds no time and no name.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// How many bytes of a text are sent by a server that compresses as it answers, as most do.
pub fn sent(bytes: &[u8]) -> u64 {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let sent = encoder.write_all(bytes).and_then(|()| encoder.finish());
    // Writing to memory does not fail.
    sent.map_or(bytes.len(), |sent| sent.len()) as u64
}

/// A page of 6 kB takes 2.5 ms. The highest quality would take twice as long and save another
/// fiftieth; beyond a megabyte even this one takes seconds, and a hundredth of them a step lower.
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // A window larger than the file costs memory and brings nothing.
    let window = usize::BITS - bytes.len().leading_zeros();
    let params = BrotliEncoderParams {
        quality: if bytes.len() > 1_000_000 { 6 } else { 10 },
        lgwin: window.clamp(16, 22).cast_signed(),
        mode: BrotliEncoderMode::BROTLI_MODE_TEXT,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut out = Vec::with_capacity(bytes.len() / 3);
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(50))]
        #[test]
        fn a_copy_holds_what_its_file_holds(bytes in prop::collection::vec(any::<u8>(), 0..2_000), times in 0usize..4) {
            let bytes = bytes.repeat(times);
            let mut out = Vec::new();
            flate2::read::GzDecoder::new(&*gzip(&bytes).unwrap()).read_to_end(&mut out).unwrap();
            prop_assert_eq!(&out, &bytes);
            out.clear();
            brotli::BrotliDecompress(&mut &*brotli(&bytes).unwrap(), &mut out).unwrap();
            prop_assert_eq!(&out, &bytes);
            prop_assert_eq!(gzip(&bytes).unwrap(), gzip(&bytes).unwrap());
            prop_assert_eq!(brotli(&bytes).unwrap(), brotli(&bytes).unwrap());
        }
    }

    #[test]
    fn a_large_file() {
        let bytes = "<url><loc>https://mission.example.org/</loc></url>\n"
            .repeat(30_000)
            .into_bytes();
        let small = brotli(&bytes).unwrap();
        assert!(small.len() < bytes.len() / 100, "{}", small.len());
        let mut out = Vec::new();
        brotli::BrotliDecompress(&mut &*small, &mut out).unwrap();
        assert_eq!(out, bytes);
    }
}
