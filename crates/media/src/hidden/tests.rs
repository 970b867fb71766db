use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use proptest::prelude::*;
use rawzip::{CompressionMethod, ZipArchiveWriter};

use super::HiddenKind::{Changes, Comments, Files, Notes, Sheets};
use super::*;

/// An archive of parts, every second one compressed.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut writer = ZipArchiveWriter::new(&mut file);
    for (number, (name, text)) in parts.iter().enumerate() {
        let method = [CompressionMethod::DEFLATE, CompressionMethod::STORE][number % 2];
        let part = writer.new_file(name).compression_method(method).start();
        let (mut part, config) = part.expect("it is written to memory");
        let descriptor = if method == CompressionMethod::STORE {
            let mut inside = config.wrap(&mut part);
            inside
                .write_all(text.as_bytes())
                .expect("it is written to memory");
            inside.finish().expect("it is written to memory").1
        } else {
            let mut inside = config.wrap(DeflateEncoder::new(&mut part, Compression::default()));
            inside
                .write_all(text.as_bytes())
                .expect("it is written to memory");
            let (encoder, descriptor) = inside.finish().expect("it is written to memory");
            encoder.finish().expect("it is written to memory");
            descriptor
        };
        part.finish(descriptor).expect("it is written to memory");
    }
    writer.finish().expect("it is written to memory");
    file
}

fn kinds(parts: &[(&str, &str)]) -> Vec<HiddenKind> {
    hidden(&archive(parts)).kinds
}

const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

#[test]
fn texts() {
    let body = |inner: &str| format!("<w:document {WORD}><w:body>{inner}</w:body></w:document>");
    let plain = body("<w:p><w:r><w:t>ins del comment</w:t></w:r></w:p>");
    assert_eq!(kinds(&[("word/document.xml", &plain)]), []);
    for change in [
        "<w:p><w:ins w:id='1'><w:r/></w:ins></w:p>",
        "<w:p><w:rPr><w:del/></w:rPr></w:p>",
    ] {
        assert_eq!(kinds(&[("word/document.xml", &body(change))]), [Changes]);
    }
    let none = format!("<w:comments {WORD}/>");
    assert_eq!(kinds(&[("word/comments.xml", &none)]), []);
    let one = format!("<w:comments {WORD}><w:comment w:id='0'><w:p/></w:comment></w:comments>");
    assert_eq!(
        kinds(&[
            ("word/comments.xml", &one),
            ("word/embeddings/oleObject1.bin", "x")
        ]),
        [Comments, Files]
    );
    // The styles of a document name elements of the same names.
    assert_eq!(kinds(&[("word/styles.xml", &body("<w:ins/>"))]), []);
}

#[test]
fn sheets_and_slides() {
    let book = |state: &str| {
        format!("<workbook><sheets><sheet name='A'/><sheet name='B'{state}/></sheets></workbook>")
    };
    assert_eq!(kinds(&[("xl/workbook.xml", &book(" state='visible'"))]), []);
    assert_eq!(
        kinds(&[("xl/workbook.xml", &book(" state='veryHidden'"))]),
        [Sheets]
    );
    assert_eq!(
        kinds(&[("ppt/slides/slide2.xml", "<p:sld xmlns:p='p' show='0'/>")]),
        [Sheets]
    );
    let notes =
        |words: &str| format!("<p:notes xmlns:p='p' xmlns:a='a'><a:t>{words}</a:t></p:notes>");
    assert_eq!(
        kinds(&[("ppt/notesSlides/notesSlide1.xml", &notes("12"))]),
        []
    );
    assert_eq!(
        kinds(&[(
            "ppt/notesSlides/notesSlide1.xml",
            &notes("ne pas dire le montant")
        )]),
        [Notes]
    );
    assert_eq!(
        kinds(&[(
            "ppt/comments/comment1.xml",
            "<p:cmLst xmlns:p='p'><p:cm/></p:cmLst>"
        )]),
        [Comments]
    );
}

#[test]
fn open_documents() {
    let text = |inner: &str| {
        format!(
            "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:table='table'>{inner}</o:document-content>"
        )
    };
    assert_eq!(
        kinds(&[("content.xml", &text("<t:p>annotation</t:p>"))]),
        []
    );
    let all = "<o:annotation><t:p>x</t:p></o:annotation><t:changed-region/><style:table-properties table:display='false'/>";
    assert_eq!(
        kinds(&[("content.xml", &text(all))]),
        [Comments, Changes, Sheets]
    );
}

#[test]
fn who_wrote_it() {
    let core = "<cp:coreProperties xmlns:cp='cp' xmlns:dc='dc'><dc:title>Rapport</dc:title>\
        <dc:creator>Salma &amp; Youssef\n B&#xE9;n</dc:creator><cp:lastModifiedBy>A. Alaoui</cp:lastModifiedBy></cp:coreProperties>";
    let found = hidden(&archive(&[("docProps/core.xml", core)]));
    assert_eq!(found.people, ["Salma & Youssef Bén", "A. Alaoui"]);
    let empty = "<cp:coreProperties xmlns:dc='dc'><dc:creator/><dc:creator> </dc:creator></cp:coreProperties>";
    assert_eq!(
        hidden(&archive(&[("docProps/core.xml", empty)])),
        Hidden::default()
    );
    let meta = "<o:meta xmlns:m='m'><m:initial-creator>S. Idrissi</m:initial-creator></o:meta>";
    assert_eq!(
        hidden(&archive(&[("meta.xml", meta)])).people,
        ["S. Idrissi"]
    );
}

#[test]
fn portable_documents() {
    let of = |objects: &str| hidden(format!("%PDF-1.7\n{objects}").as_bytes());
    assert_eq!(
        of("1 0 obj <</Subtype /TextBox /Type /Font>> endobj"),
        Hidden::default()
    );
    assert_eq!(
        of("<</Type/Annot/Subtype/Text/Contents(x)>>").kinds,
        [Comments]
    );
    assert_eq!(of("<</Type /EmbeddedFile>>").kinds, [Files]);
    assert_eq!(of("<</Type /EmbeddedFiles>>").kinds, []);
    for (author, name) in [
        ("(Salma B\\351n \\(OIM\\))", "Salma Bén (OIM)"),
        ("<FEFF0053002E0020006F>", "S. o"),
        ("(a(b)c)", "a(b)c"),
    ] {
        assert_eq!(of(&format!("<</Author {author}>>")).people, [name]);
    }
    for author in ["()", "(123", "5 0 R", "<</A /B>>", "(12)"] {
        assert_eq!(of(&format!("<</Author {author}")).people, [""; 0]);
    }
    // What is encrypted has other letters.
    assert_eq!(
        of("<</Author (x)>> trailer <</Encrypt 3 0 R>>").people,
        [""; 0]
    );
}

proptest! {
    #[test]
    fn no_archive_panics(
        name in prop_oneof![Just("word/document.xml"), Just("docProps/core.xml"), Just("content.xml"), Just("xl/workbook.xml")],
        text in "(<|>|/|&|;|&#x|a:ins|creator|sheet| state='hidden'|é|x){0,20}",
        from in 0..200usize,
        byte in any::<u8>(),
    ) {
        let mut file = archive(&[(name, &text)]);
        hidden(&file);
        let length = file.len();
        file[from % length] = byte;
        hidden(&file);
        hidden(&file[..from % length]);
    }
}
