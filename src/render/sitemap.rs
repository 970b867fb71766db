//! `sitemap.xml` (sitemaps.org 0.9, with alternates as Google describes them) and `robots.txt`.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::answer::Site;
use crate::plan::{PageKind, SITEMAP};

/// All pages that search engines may take up, each with its alternates.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn sitemap(site: &Site) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"))
        .write_inner_content(|writer| {
            let pages = site
                .plan
                .pages
                .iter()
                .filter(|page| !matches!(page.kind, PageKind::NotFound { .. }))
                .filter(|page| !site.is_noindex(page));
            for page in pages {
                writer.create_element("url").write_inner_content(|writer| {
                    writer
                        .create_element("loc")
                        .write_text_content(BytesText::new(&site.routes.absolute(&page.address)))?;
                    for alternate in site.alternates(page) {
                        writer
                            .create_element("xhtml:link")
                            .with_attributes([
                                ("rel", "alternate"),
                                ("hreflang", &alternate.hreflang),
                                ("href", &alternate.absolute),
                            ])
                            .write_empty()?;
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// Everything may be read; the sitemap is there.
pub fn robots(site: &Site) -> String {
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}\n",
        site.routes.absolute(&format!("/{SITEMAP}"))
    )
}
