use super::*;

/// A block of Exif as a camera writes it: model, orientation 6, and a position.
fn camera() -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x03\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let mut bytes = tag.to_le_bytes().to_vec();
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value);
        bytes
    };
    block.extend(entry(0x0110, 2, 4, *b"X1k\0"));
    block.extend(entry(0x0112, 3, 1, [6, 0, 0, 0]));
    block.extend(entry(0x8825, 4, 1, [50, 0, 0, 0]));
    block.extend([0; 4]);
    block.extend(b"\x01\0");
    block.extend(entry(0x0001, 2, 2, *b"N\0\0\0"));
    block
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![0xff, marker];
    out.extend((content.len() as u16 + 2).to_be_bytes());
    out.extend_from_slice(content);
    out
}

#[test]
fn a_jpeg_keeps_its_pixels_its_turn_and_its_profile() {
    let pixels = [
        segment(0xdb, &[1; 65]),
        segment(0xc0, b"\x08\0\x01\0\x01\x01\x01\x11\0"),
        segment(0xda, b"\x01\x01\0\0\x3f\0"),
        b"\x12\xff\0\x34\xff\xd0\x56".to_vec(),
    ]
    .concat();
    let jfif = b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0";
    let bytes = [
        b"\xff\xd8".to_vec(),
        segment(0xe0, jfif),
        segment(0xe1, &[b"Exif\0\0".as_slice(), &camera()].concat()),
        segment(
            0xe1,
            b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='33,1N'/>",
        ),
        segment(0xe2, b"ICC_PROFILE\0\x01\x01rgb"),
        segment(0xe2, b"MPF\0more"),
        segment(0xed, b"Photoshop 3.0\0place"),
        segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
        segment(0xfe, b"seen by N."),
        pixels.clone(),
        b"\xff\xd9a second picture, with a place".to_vec(),
    ]
    .concat();
    let expected = [
        b"\xff\xd8".to_vec(),
        segment(0xe0, jfif),
        segment(
            0xe1,
            &[b"Exif\0\0".as_slice(), &orientation_block(6)].concat(),
        ),
        segment(0xe2, b"ICC_PROFILE\0\x01\x01rgb"),
        segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
        pixels,
        b"\xff\xd9".to_vec(),
    ]
    .concat();
    let stripped = strip(&bytes).expect("a picture");
    assert_eq!(stripped, expected);
    assert_eq!(strip(&stripped).as_ref(), Some(&stripped), "once is enough");
    assert!(jpeg::is_complete(&bytes) && jpeg::is_complete(&stripped));
    for length in 2..bytes.len() - 32 {
        assert!(!jpeg::is_complete(&bytes[..length]), "{length}");
        assert_eq!(strip(&bytes[..length]), None, "{length}");
    }
}

#[test]
fn the_orientation_alone_is_read_back() {
    for orientation in 2..=8 {
        assert_eq!(
            orientation_of(&orientation_block(orientation)),
            Some(orientation)
        );
    }
    assert_eq!(orientation_of(&orientation_block(1)), None);
    assert_eq!(orientation_of(&camera()), Some(6));
    for length in 0..camera().len() {
        // No length makes it fail in another way.
        let _ = orientation_of(&camera()[..length]);
    }
}

#[test]
fn a_gif_keeps_its_animation() {
    let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    let netscape = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0".to_vec();
    let xmp = b"\x21\xff\x0bXMP DataXMP\x05<gps>\0".to_vec();
    let comment = b"\x21\xfe\x04here\0".to_vec();
    let frame = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0".to_vec();
    let bytes = [
        head.clone(),
        netscape.clone(),
        xmp,
        comment,
        frame.clone(),
        frame.clone(),
        b";more".to_vec(),
    ]
    .concat();
    let expected = [head, netscape, frame.clone(), frame, b";".to_vec()].concat();
    assert_eq!(strip(&bytes), Some(expected));
    assert_eq!(strip(&bytes[..40]), None);
}

#[test]
fn a_webp_loses_its_promises_too() {
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let mut out = kind.to_vec();
        out.extend((content.len() as u32).to_le_bytes());
        out.extend_from_slice(content);
        out.resize(out.len() + content.len() % 2, 0);
        out
    };
    let whole = |chunks: Vec<u8>| {
        let mut out = b"RIFF".to_vec();
        out.extend((chunks.len() as u32 + 4).to_le_bytes());
        out.extend(b"WEBP");
        out.extend(chunks);
        out
    };
    let pixels = chunk(b"VP8 ", b"abc");
    let size = [0, 0, 0, 9, 0, 0, 9, 0, 0];
    let head = |flags: u8| chunk(b"VP8X", &[&[flags], &size[..]].concat());
    let bytes = whole(
        [
            head(0x1c),
            pixels.clone(),
            chunk(b"EXIF", &camera()),
            chunk(b"XMP ", b"<x/>"),
            chunk(b"UNKN", b"x"),
        ]
        .concat(),
    );
    let expected = whole(
        [
            head(0x18),
            pixels.clone(),
            chunk(b"EXIF", &orientation_block(6)),
        ]
        .concat(),
    );
    assert_eq!(strip(&bytes), Some(expected));
    let plain = whole(pixels);
    assert_eq!(strip(&plain), Some(plain.clone()));
    assert_eq!(strip(&bytes[..30]), None);
}

#[test]
fn nothing_else_is_touched() {
    for bytes in [&b""[..], b"RIFF", b"\xff\xd8\xff", b"II*\0", b"<svg/>"] {
        assert_eq!(strip(bytes), None);
    }
}
