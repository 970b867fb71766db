//! Headers built byte by byte after their standards, then cut off and bent.

use std::io::Cursor;

use proptest::prelude::*;

use super::*;

fn header(bytes: &[u8]) -> Header {
    Header::read(&mut Cursor::new(bytes), bytes.len() as u64)
}

fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = header(bytes);
    header.width.zip(header.height)
}

fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut bytes = png::SIGNATURE.to_vec();
    let mut ihdr = Vec::new();
    ihdr.extend(640_u32.to_be_bytes());
    ihdr.extend(480_u32.to_be_bytes());
    ihdr.extend([8, 2, 0, 0, 0]);
    let own: [(&[u8; 4], &[u8]); 1] = [(b"IHDR", &ihdr)];
    let end: [(&[u8; 4], &[u8]); 1] = [(b"IEND", b"")];
    for (kind, body) in own.iter().chain(chunks).chain(&end) {
        bytes.extend((body.len() as u32).to_be_bytes());
        bytes.extend(*kind);
        bytes.extend(*body);
        bytes.extend([0; 4]);
    }
    bytes
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xff, marker];
    bytes.extend((body.len() as u16 + 2).to_be_bytes());
    bytes.extend(body);
    bytes
}

/// A JPEG with segments before a frame of 300 × 200 pixels.
fn jpeg(frame: u8, segments: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    bytes.extend(segments.concat());
    // Bytes that fill, then the frame.
    bytes.extend([0xff, 0xff]);
    bytes.extend(segment(frame, &[8, 0, 200, 1, 44, 3]));
    bytes.extend(segment(0xda, &[0; 6]));
    bytes
}

fn webp(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (kind, data) in chunks {
        body.extend(*kind);
        body.extend((data.len() as u32).to_le_bytes());
        body.extend(data);
        body.extend(vec![0; data.len() % 2]);
    }
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((body.len() as u32).to_le_bytes());
    bytes.extend(body);
    bytes
}

fn boxed(kind: &[u8; 4], body: &[&[u8]]) -> Vec<u8> {
    let body = body.concat();
    let mut bytes = (body.len() as u32 + 8).to_be_bytes().to_vec();
    bytes.extend(kind);
    bytes.extend(body);
    bytes
}

/// An AVIF whose first property is a thumbnail of 16 × 16 and whose second is the image.
fn avif(brand: &[u8; 4]) -> Vec<u8> {
    let ispe = |side: u32, other: u32| {
        let (side, other) = (side.to_be_bytes(), other.to_be_bytes());
        boxed(b"ispe", &[&[0; 4], &side, &other])
    };
    let infe = |number: u8, kind: &[u8], rest: &[u8]| {
        boxed(
            b"infe",
            &[&[2, 0, 0, 0, 0, number, 0, 0], kind, b"\0", rest],
        )
    };
    let ipco = boxed(b"ipco", &[&ispe(16, 16), &ispe(1200, 800)]);
    // Item 2 has property 1, item 1 has property 2 (essential).
    let ipma = boxed(
        b"ipma",
        &[&[0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 1, 1, 0, 1, 1, 0x82]],
    );
    let meta = boxed(
        b"meta",
        &[
            &[0; 4],
            &boxed(b"pitm", &[&[0, 0, 0, 0, 0, 1]]),
            &boxed(
                b"iinf",
                &[
                    &[0, 0, 0, 0, 0, 3],
                    &infe(1, b"av01", b""),
                    &infe(3, b"Exif", b""),
                    &infe(4, b"mime", b"application/rdf+xml\0"),
                ],
            ),
            &boxed(b"iprp", &[&ipco, &ipma]),
        ],
    );
    let mut bytes = boxed(b"ftyp", &[brand, &[0; 4], b"mif1", b"miaf"]);
    bytes.extend(boxed(b"free", &[&[0; 9]]));
    bytes.extend(meta);
    bytes
}

#[test]
fn png_size_and_metadata() {
    assert_eq!(size(&png(&[])), Some((640, 480)));
    assert_eq!(header(&png(&[])).metadata, []);
    let after_the_image: &[(&[u8; 4], &[u8])] = &[
        (b"IDAT", &[1; 300]),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>"),
        (b"eXIf", b"MM\0*"),
        (b"zTXt", b"Raw profile type iptc\0\0x"),
        (b"tEXt", b"Title\0Raw profile type exif"),
    ];
    assert_eq!(
        header(&png(after_the_image)).metadata,
        [Metadata::Exif, Metadata::Xmp, Metadata::Iptc]
    );
    assert_eq!(
        header(&png(&[(b"tEXt", b"Raw profile type APP1\0x")])).metadata,
        [Metadata::Exif]
    );
    assert_eq!(header(&png(&[(b"tEXt", b"Comment\0x")])).metadata, []);
}

#[test]
fn jpeg_size_in_every_process() {
    for frame in 0xc0..=0xcf_u8 {
        let wanted = (![0xc4, 0xc8, 0xcc].contains(&frame)).then_some((300, 200));
        assert_eq!(size(&jpeg(frame, &[])), wanted, "{frame:x}");
    }
    let tables = [segment(0xe0, b"JFIF\0"), segment(0xdb, &[0; 65])];
    assert_eq!(size(&jpeg(0xc2, &tables)), Some((300, 200)));
    assert_eq!(header(&jpeg(0xc2, &tables)).metadata, []);
}

#[test]
fn jpeg_metadata() {
    let iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x03abc\0";
    let path_only = b"Photoshop 3.0\x008BIM\x07\xd0\x01p\0\0\0\x02ab";
    let cases: [(u8, &[u8], &[Metadata]); 6] = [
        (0xe1, b"Exif\0\0MM\0*", &[Metadata::Exif]),
        (
            0xe1,
            b"http://ns.adobe.com/xap/1.0/\0<x/>",
            &[Metadata::Xmp],
        ),
        (0xe1, b"something else", &[]),
        (0xed, iptc, &[Metadata::Iptc]),
        (0xed, path_only, &[]),
        (0xe2, b"Exif\0\0", &[]),
    ];
    for (marker, body, wanted) in cases {
        let bytes = jpeg(0xc0, &[segment(marker, body)]);
        assert_eq!(header(&bytes).metadata, wanted, "{body:?}");
        assert_eq!(size(&bytes), Some((300, 200)));
    }
    // One resource after another.
    let both = [&path_only[..], &iptc[14..]].concat();
    assert_eq!(
        header(&jpeg(0xc0, &[segment(0xed, &both)])).metadata,
        [Metadata::Iptc]
    );
}

#[test]
fn gif_size() {
    assert_eq!(size(b"GIF89a\x40\x01\xf0\0\0\0\0"), Some((320, 240)));
    assert_eq!(size(b"GIF87a\x40\x01\0\0\0\0\0"), None);
}

#[test]
fn webp_in_its_three_forms() {
    let lossy = vec![0x50, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x41, 9];
    assert_eq!(size(&webp(&[(b"VP8 ", lossy)])), Some((640, 480)));
    let bits = (640_u32 - 1) | (480 - 1) << 14 | 1 << 28;
    let lossless = [&[0x2f][..], &bits.to_le_bytes()].concat();
    assert_eq!(
        size(&webp(&[(b"VP8L", lossless.clone())])),
        Some((640, 480))
    );
    let extended = vec![0x0c, 0, 0, 0, 0x7f, 0x02, 0, 0xdf, 0x01, 0];
    let bytes = webp(&[
        (b"VP8X", extended),
        (b"VP8L", lossless),
        (b"EXIF", vec![1, 2, 3]),
        (b"XMP ", vec![1]),
    ]);
    assert_eq!(size(&bytes), Some((640, 480)));
    assert_eq!(header(&bytes).metadata, [Metadata::Exif, Metadata::Xmp]);
}

#[test]
fn avif_has_the_size_of_its_main_image() {
    let found = header(&avif(b"avif"));
    assert_eq!(found.kind, FileKind::Avif);
    assert_eq!(found.width.zip(found.height), Some((1200, 800)));
    assert_eq!(found.metadata, [Metadata::Exif, Metadata::Xmp]);
}

#[test]
fn other_kinds() {
    let cases: [(&[u8], FileKind); 8] = [
        (&avif(b"heic"), FileKind::Heic),
        (&boxed(b"ftyp", &[b"isom", &[0; 4]]), FileKind::Film),
        (b"%PDF-1.7", FileKind::Pdf),
        (b"II*\0", FileKind::Tiff),
        (b"RIFF\0\0\0\0WAVE", FileKind::Other),
        (b"PK\x03\x04", FileKind::Other),
        (b"\xff\xd8", FileKind::Other),
        (b"", FileKind::Other),
    ];
    for (bytes, kind) in cases {
        assert_eq!(header(bytes).kind, kind, "{bytes:?}");
        assert_eq!(size(bytes).is_some(), kind == FileKind::Heic);
    }
}

/// A TIFF with a position: its directory, that of the position, and its numbers.
fn tiff(degrees: u32) -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0".to_vec();
    bytes.extend(b"\x01\0\x02\0\x05\0\x03\0\0\0\x2c\0\0\0\0\0\0\0");
    for number in [degrees, 1, 0, 1, 0, 1] {
        bytes.extend(number.to_le_bytes());
    }
    bytes
}

/// HEIC or AVIF whose one item is a block of Exif.
fn with_exif(brand: &[u8; 4], block: &[u8]) -> Vec<u8> {
    let inside = [&[0; 4], block].concat();
    let length = (inside.len() as u32).to_be_bytes();
    let item = boxed(b"infe", &[b"\x02\0\0\0\0\x01\0\0Exif\0"]);
    let items = boxed(b"iinf", &[b"\0\0\0\0\0\x01", &item]);
    let place = b"\x01\0\0\0\x44\0\0\x01\0\x01\0\x01\0\0\0\x01\0\0\0\0";
    let places = boxed(b"iloc", &[place, &length]);
    let data = boxed(b"idat", &[&inside]);
    [
        boxed(b"ftyp", &[brand, &[0; 4], brand]),
        boxed(b"meta", &[&[0; 4], &items, &places, &data]),
    ]
    .concat()
}

/// A film with one box of what is noted of it.
fn film(note: &[u8]) -> Vec<u8> {
    let noted = boxed(b"udta", &[note]);
    [
        boxed(b"ftyp", &[b"isom", &[0; 4]]),
        boxed(b"mdat", &[&[1; 40]]),
        boxed(b"moov", &[&noted]),
    ]
    .concat()
}

/// JPEG XL with a block of Exif.
fn jpeg_xl(block: &[u8]) -> Vec<u8> {
    [jxl::SIGNATURE.to_vec(), boxed(b"Exif", &[&[0; 4], block])].concat()
}

/// PDF with an image from a camera.
fn pdf(block: &[u8]) -> Vec<u8> {
    [
        &b"%PDF-1.4\nstream\n\xff\xd8\xff\xe1\0\x60Exif\0\0"[..],
        block,
    ]
    .concat()
}

#[test]
fn a_position_is_found_in_every_kind() {
    let (there, nowhere) = (tiff(33), tiff(0));
    type Make = fn(&[u8]) -> Vec<u8>;
    let kinds: [(FileKind, Make); 5] = [
        (FileKind::Tiff, |block| block.to_vec()),
        (FileKind::Heic, |block| with_exif(b"heic", block)),
        (FileKind::Avif, |block| with_exif(b"avif", block)),
        (FileKind::JpegXl, jpeg_xl),
        (FileKind::Pdf, pdf),
    ];
    for (kind, make) in kinds {
        for (block, position) in [(&there, true), (&nowhere, false)] {
            let found = header(&make(block));
            assert_eq!((found.kind, found.position), (kind, position));
            assert_eq!(found.orientation, 1);
        }
    }
    let xyz = boxed(b"\xa9xyz", &[b"\0\x12\x15\xc7+33.9716-006.8498/"]);
    let loci = boxed(b"loci", &[b"\0\0\0\0\x15\xc7Rabat\0"]);
    let key = boxed(b"keys", &[b"mdtacom.apple.quicktime.location.ISO6709"]);
    for note in [xyz, loci, key] {
        assert!(header(&film(&note)).position);
    }
    assert!(!header(&film(b"x\xa9xyz and loci, as words")).position);
}

/// An archive of these files, stored as they are or compressed.
fn archive(files: &[(&str, &[u8])], is_compressed: bool) -> Vec<u8> {
    use std::io::Write;

    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut packed = content.to_vec();
        if is_compressed {
            let level = flate2::Compression::default();
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), level);
            encoder.write_all(content).expect("bytes");
            packed = encoder.finish().expect("bytes");
        }
        let method = [if is_compressed { 8 } else { 0 }, 0];
        let sizes = [packed.len(), content.len()].map(|size| (size as u32).to_le_bytes());
        let lengths = [(name.len() as u16).to_le_bytes(), [0; 2]].concat();
        let common = [
            &b"\x14\0\0\0"[..],
            &method,
            &[0; 8],
            &sizes.concat(),
            &lengths,
        ]
        .concat();
        let at = (bytes.len() as u32).to_le_bytes();
        directory.extend(
            [
                &b"PK\x01\x02\x14\0"[..],
                &common,
                &[0; 10],
                &at,
                name.as_bytes(),
            ]
            .concat(),
        );
        bytes.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), &packed].concat());
    }
    let place = [directory.len(), bytes.len()].map(|size| (size as u32).to_le_bytes());
    [
        &bytes[..],
        &directory,
        b"PK\x05\x06",
        &[0; 8],
        &place.concat(),
        &[0; 2],
    ]
    .concat()
}

#[test]
fn a_position_is_found_in_a_document() {
    for is_compressed in [false, true] {
        for (block, position) in [(tiff(33), true), (tiff(0), false)] {
            let text: (&str, &[u8]) = ("word/document.xml", b"<w:t>GPSLatitude</w:t>");
            let document = archive(&[text, ("word/media/image1.tiff", &block)], is_compressed);
            let found = header(&document);
            assert_eq!((found.first, found.position), (First::Packed, position));
            assert!(found.is_closed());
        }
    }
}

/// One that holds itself would be read for ever.
#[test]
fn archives_in_archives_are_opened_to_some_depth() {
    let words = [&[b' '; START][..], b"%PDF-"].concat();
    let mut file = archive(&[("a.txt", &words), ("b.tif", &tiff(33))], true);
    for depth in 1..8 {
        assert_eq!(header(&file).position, depth <= DEPTH, "{depth}");
        file = archive(&[("inner.jpg", &file)], true);
    }
}

/// One of each.
fn samples() -> Vec<Vec<u8>> {
    let lossy = vec![0x50, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x41];
    vec![
        png(&[(b"iTXt", b"XML:com.adobe.xmp\0"), (b"eXIf", b"MM")]),
        jpeg(
            0xc0,
            &[
                segment(0xe1, b"Exif\0\0"),
                segment(0xed, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x01a\0"),
            ],
        ),
        webp(&[(b"VP8 ", lossy), (b"EXIF", vec![1])]),
        avif(b"avif"),
        b"GIF89a\x40\x01\xf0\0".to_vec(),
        tiff(33),
        with_exif(b"heic", &tiff(33)),
        jpeg_xl(&tiff(33)),
        film(&boxed(b"loci", &[&[0; 8]])),
        pdf(&tiff(33)),
        archive(&[("a.tif", &tiff(33)), ("b.jpg", b"\xff\xd8\xff")], true),
    ]
}

#[test]
fn cut_off_anywhere() {
    for sample in samples() {
        for end in 0..sample.len() {
            let _ = header(&sample[..end]);
            // A file that is shorter than it was said to be.
            let _ = Header::read(&mut Cursor::new(&sample[..end]), u64::MAX);
        }
    }
}

#[test]
fn lengths_that_cannot_be() {
    for sample in samples() {
        for at in 0..sample.len().saturating_sub(8) {
            for byte in [0, 1, 0x7f, 0x80, 0xff] {
                let mut bytes = sample.clone();
                bytes[at..at + 4].fill(byte);
                let _ = header(&bytes);
                bytes[at..at + 8].fill(byte);
                let _ = header(&bytes);
            }
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_fail(bytes in prop::collection::vec(any::<u8>(), 0..600), which in 0_usize..10) {
        let _ = header(&bytes);
        let mut whole = samples()[which][..8].to_vec();
        whole.extend(bytes);
        let _ = header(&whole);
    }

    #[test]
    fn no_change_makes_it_fail(
        which in 0_usize..10,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = samples()[which].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = header(&bytes);
    }
}

/// A block of Exif with these entries (tag, value of four bytes) and what follows them.
fn exif_block(entries: &[(u16, u32)], after: &[u8]) -> Vec<u8> {
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    block.extend((entries.len() as u16).to_be_bytes());
    for (tag, value) in entries {
        block.extend(tag.to_be_bytes());
        block.extend([0, 4, 0, 0, 0, 1]);
        block.extend(value.to_be_bytes());
    }
    block.extend([0; 4]);
    block.extend_from_slice(after);
    block
}

/// A block that says how the image is turned and, with degrees, where it was taken.
fn position(degrees: [u32; 6]) -> Vec<u8> {
    // The directory of the position stands after two entries, its numbers after its own two.
    let place = 8 + 2 + 2 * 12 + 4;
    let numbers = place + 2 + 2 * 12;
    let mut directory = vec![0, 2];
    for tag in [2_u16, 4] {
        directory.extend(tag.to_be_bytes());
        directory.extend([0, 5, 0, 0, 0, 3]);
        directory.extend((numbers as u32).to_be_bytes());
    }
    directory.extend(degrees.iter().flat_map(|number| number.to_be_bytes()));
    exif_block(&[(0x0112, 6 << 16), (0x8825, place as u32)], &directory)
}

#[test]
fn a_position_is_found_in_every_format() {
    let there = position([33, 1, 58, 1, 0, 1]);
    let packet = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"33,58N\"/>";
    let digits: String = there.iter().map(|byte| format!("{byte:02x}")).collect();
    let raw = format!(
        "Raw profile type exif\0\nexif\n  {}\n{digits}\n",
        there.len()
    );
    let mut zipped = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let (keyword, text) = raw.split_once('\0').expect("a keyword");
    std::io::Write::write_all(&mut zipped, text.as_bytes()).expect("memory");
    let zipped = [
        keyword.as_bytes(),
        b"\0\0",
        &zipped.finish().expect("memory"),
    ]
    .concat();
    let itxt = [b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(), packet].concat();
    let files = [
        jpeg(0xc0, &[segment(0xe1, &there)]),
        jpeg(0xc0, &[segment(0xe1, packet)]),
        png(&[(b"eXIf", &there[6..])]),
        png(&[(b"tEXt", raw.as_bytes())]),
        png(&[(b"zTXt", &zipped)]),
        png(&[(b"iTXt", &itxt)]),
        webp(&[(b"VP8X", vec![0; 10]), (b"EXIF", there[6..].to_vec())]),
        webp(&[(b"VP8X", vec![0; 10]), (b"XMP ", packet.to_vec())]),
        [
            b"GIF89a\x01\0\x01\0\0\0\0\x21\xff\x0bXMP DataXMP".as_slice(),
            packet,
        ]
        .concat(),
    ];
    for (number, bytes) in files.iter().enumerate() {
        let header = header(bytes);
        assert!(header.position, "{number}: {header:?}");
        assert_eq!(header.metadata.len(), 1, "{number}");
    }
}

#[test]
fn a_camera_that_knows_no_position_gives_none() {
    for block in [
        position([0; 6]),
        exif_block(
            &[(0x0110, 0), (0x8825, 38)],
            &[0, 1, 0, 0, 0, 1, 0, 0, 0, 4, 2, 3, 0, 0],
        ),
    ] {
        let header = header(&jpeg(0xc0, &[segment(0xe1, &block)]));
        assert!(!header.position, "{header:?}");
        assert_eq!(header.metadata, [Metadata::Exif]);
    }
}

#[test]
fn an_orientation_alone_is_no_metadata() {
    for orientation in 1..=8_u8 {
        let block = exif_block(&[(0x0112, u32::from(orientation) << 16)], &[]);
        let header = header(&jpeg(0xc0, &[segment(0xe1, &block)]));
        assert_eq!(header.orientation, orientation);
        assert_eq!(header.metadata, []);
        let turned = if orientation > 4 {
            (200, 300)
        } else {
            (300, 200)
        };
        assert_eq!(header.size(), Some(turned));
    }
    let odd = exif_block(&[(0x0112, 9 << 16)], &[]);
    assert_eq!(header(&jpeg(0xc0, &[segment(0xe1, &odd)])).orientation, 1);
}

#[test]
fn animations_opacity_and_memory() {
    let of = |bytes: &[u8]| {
        let header = header(bytes);
        (header.animated, header.alpha, header.memory())
    };
    let pixels = 640 * 480;
    assert_eq!(of(&png(&[])), (false, false, Some(pixels * 4)));
    assert_eq!(
        of(&png(&[(b"tRNS", b"\0")])),
        (false, true, Some(pixels * 4))
    );
    assert!(of(&png(&[(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0])])).0);
    assert!(!of(&png(&[(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0])])).0);
    assert_eq!(of(&jpeg(0xc0, &[])), (false, false, Some(300 * 200 * 3)));
    assert_eq!(of(&jpeg(0xc2, &[])), (false, false, Some(300 * 200 * 9)));
    assert!(of(&webp(&[(b"VP8X", [&[2], &[0; 9][..]].concat())])).0);
    assert!(of(&webp(&[(b"VP8X", [&[16], &[0; 9][..]].concat())])).1);
    let head = b"GIF89a\x02\0\x03\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    let frame = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x02\0\x03\0\0\x02\x02\x44\x01\0";
    let still = [head.as_slice(), frame, b";"].concat();
    let moving = [head.as_slice(), frame, frame, b";"].concat();
    assert_eq!(of(&still), (false, true, Some(2 * 3 * 4)));
    assert_eq!(of(&moving), (true, true, Some(2 * 3 * 4)));
}

#[test]
fn a_size_beyond_all_numbers_takes_more_memory_than_there_is() {
    let mut bytes = png(&[]);
    // Width and height of the IHDR chunk.
    bytes[16..24].fill(0xff);
    assert_eq!(header(&bytes).size(), Some((u32::MAX, u32::MAX)));
    assert_eq!(header(&bytes).memory(), Some(u64::MAX));
}

/// Bytes as the filters of PDF write them.
mod filtered {
    use std::io::Write;

    pub fn flate(bytes: &[u8]) -> Vec<u8> {
        let level = flate2::Compression::default();
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), level);
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    pub fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
        let digits = bytes.iter().map(|byte| format!("{byte:02x}\n"));
        [digits.collect::<String>().into_bytes(), b">".to_vec()].concat()
    }

    pub fn ascii85(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        for chunk in bytes.chunks(4) {
            let mut four = [0; 4];
            four[..chunk.len()].copy_from_slice(chunk);
            let mut value = u32::from_be_bytes(four);
            if value == 0 && chunk.len() == 4 {
                out.push(b'z');
                continue;
            }
            let mut five = [0; 5];
            for sign in five.iter_mut().rev() {
                *sign = b'!' + (value % 85) as u8;
                value /= 85;
            }
            out.extend(&five[..=chunk.len()]);
        }
        out.extend(b"~>");
        out
    }

    pub fn gzip(bytes: &[u8]) -> Vec<u8> {
        let level = flate2::Compression::default();
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), level);
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    pub fn letters(bytes: &[u8]) -> Vec<u8> {
        const LETTERS: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut out = Vec::new();
        for chunk in bytes.chunks(3) {
            let mut three = [0; 4];
            three[1..=chunk.len()].copy_from_slice(chunk);
            let value = u32::from_be_bytes(three);
            for at in (0..=chunk.len()).map(|at| 18 - 6 * at) {
                out.push(LETTERS[(value >> at & 63) as usize]);
            }
        }
        out
    }
}

/// A stream of PDF.
fn stream_of(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("%PDF-1.5\n1 0 obj\n<<{dictionary}/Length 9>>\nstream\r\n");
    [head.as_bytes(), data, b"\nendstream\nendobj\n"].concat()
}

/// A picture in JPEG with a block of Exif.
fn camera(block: &[u8]) -> Vec<u8> {
    let length = (block.len() as u16 + 8).to_be_bytes();
    [
        &b"\xff\xd8\xff\xe1"[..],
        &length,
        b"Exif\0\0",
        block,
        b"\xff\xda\0\x02\x01\x02\xff\xd9",
    ]
    .concat()
}

#[test]
fn a_position_is_found_wherever_a_picture_was_put() {
    use filtered::{ascii85, flate, gzip, hexadecimal, letters};

    let xmp = b"<exif:GPSLatitude>33,58N</exif:GPSLatitude>";
    let dct = |filters: &str, data: &[u8]| {
        stream_of(&format!("/Subtype/Image/Filter[{filters}/DCTDecode]"), data)
    };
    type Make<'m> = &'m dyn Fn(&[u8]) -> Vec<u8>;
    let clean = camera(&tiff(0));
    let wrappings: &[(&str, Make)] = &[
        ("Flate", &|jpeg| dct("/FlateDecode", &flate(jpeg))),
        ("Fl", &|jpeg| dct(" /Fl ", &flate(jpeg))),
        ("85", &|jpeg| dct("/ASCII85Decode", &ascii85(jpeg))),
        ("hexadecimal", &|jpeg| {
            dct("/ASCIIHexDecode", &hexadecimal(jpeg))
        }),
        ("85, Flate", &|jpeg| dct("/A85/Fl", &ascii85(&flate(jpeg)))),
        ("Flate, Flate", &|jpeg| dct("/Fl/Fl", &flate(&flate(jpeg)))),
        ("elsewhere", &|jpeg| {
            stream_of("/Filter 5 0 R", &flate(jpeg))
        }),
        ("attached", &|jpeg| {
            stream_of("/Type/EmbeddedFile/Filter/FlateDecode", &flate(jpeg))
        }),
        ("a document attached", &|jpeg| {
            let document = archive(&[("word/media/a.jpeg", jpeg)], true);
            stream_of("/Type/EmbeddedFile/Filter/FlateDecode", &flate(&document))
        }),
        ("a document in a document", &|jpeg| {
            let inner = archive(&[("word/media/a.jpeg", jpeg)], true);
            archive(&[("word/embeddings/x.docx", &inner)], true)
        }),
        ("three archives", &|jpeg| {
            let inner = archive(&[("a.jpg", jpeg)], true);
            let middle = archive(&[("a.zip", &inner)], false);
            archive(&[("b.zip", &middle)], true)
        }),
        ("PDF in an archive", &|jpeg| {
            archive(&[("a.pdf", &dct("/FlateDecode", &flate(jpeg)))], true)
        }),
        ("tar", &|jpeg| {
            [&b"a.jpg"[..], &[0; 507], jpeg, &[0; 512]].concat()
        }),
        ("tar.gz", &|jpeg| {
            gzip(&[&b"a.jpg"[..], &[0; 507], jpeg].concat())
        }),
        ("Office", &|jpeg| {
            [&b"\xd0\xcf\x11\xe0"[..], &[0; 600], jpeg].concat()
        }),
        ("MP3", &|jpeg| {
            [&b"ID3\x03\0\0\0\0\0\0APIC"[..], jpeg].concat()
        }),
        ("Raw", &|jpeg| {
            [&b"FUJIFILMCCD-RAW "[..], &[0; 90], jpeg].concat()
        }),
        ("page", &|jpeg| {
            [
                &b"<!doctype html><img src=\"data:image/jpeg;base64,"[..],
                &letters(jpeg),
                b"\">",
            ]
            .concat()
        }),
        ("after the end", &|jpeg| [&*clean, jpeg].concat()),
        ("after a PNG", &|jpeg| [&png(&[]), jpeg].concat()),
    ];
    for (name, make) in wrappings {
        assert!(header(&make(&camera(&tiff(33)))).position, "{name}");
        assert!(!header(&make(&camera(&tiff(0)))).position, "{name}, clean");
    }
    for name in ["Photoshop", "JPEG 2000"] {
        let file = |block: &[u8]| match name {
            "Photoshop" => [
                &b"8BPS\0\x01\0\0\0\0\0\x038BIM\x04\x22\0\0\0\0\0\x99"[..],
                block,
            ]
            .concat(),
            _ => [
                &b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x99uuidJpgTiffExif->JP2"[..],
                block,
            ]
            .concat(),
        };
        assert!(header(&file(&tiff(33))).position, "{name}");
        assert!(!header(&file(&tiff(0))).position, "{name}, clean");
    }
    let packet = stream_of("/Type/Metadata/Subtype/XML/Filter/FlateDecode", &flate(xmp));
    assert!(header(&packet).position);
    assert!(in_letters(
        &[b"a;base64,", &*letters(&camera(&tiff(33)))].concat()
    ));
}

#[test]
fn what_unpacks_without_end_comes_to_an_end() {
    let nothing = vec![0; 64 << 20];
    let many = filtered::flate(&nothing).repeat(40);
    let stream = stream_of("/Filter/FlateDecode", &many);
    assert!(!header(&stream.repeat(20)).position);
}
