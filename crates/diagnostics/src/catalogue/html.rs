//! What is wrong with a page as it was built. Generic words of a link are told as they are in a text (`markdown::LINK_WORDS`).

messages! {
    /// What the standard’s parser had to mend.
    MARKUP_ERROR: Warning "markup-error";
    /// `<html>` without a language.
    HTML_HAS_LANG: Error "html-has-lang";
    /// `<html lang="français">`
    HTML_LANG_VALID: Error "html-lang-valid";
    /// `<q lang="en_GB">`
    VALID_LANG: Warning "valid-lang";
    /// A page without a title.
    DOCUMENT_TITLE: Error "document-title";
    /// `<img>` without `alt`.
    IMAGE_ALT: Error "image-alt";
    /// `<svg role="img">` without a name.
    SVG_IMG_ALT: Warning "svg-img-alt";
    /// `<object>` without a name.
    OBJECT_ALT: Warning "object-alt";
    /// `<input type="image">` without a name.
    INPUT_IMAGE_ALT: Warning "input-image-alt";
    /// `alt="IMG_2043.jpg"`, `alt="Photo de …"`, the caption again.
    IMAGE_ALT_WORDS: Warning "image-alt-words";
    /// A link without words.
    LINK_NAME: Error "link-name";
    /// A button without words.
    BUTTON_NAME: Error "button-name";
    /// A field of a form without a label.
    LABEL: Warning "label";
    /// `<iframe>` without a title.
    FRAME_TITLE: Warning "frame-title";
    /// No link to the main part at the top, or one that leads nowhere.
    SKIP_LINK: Warning "skip-link";
    /// Text outside every landmark.
    REGION: Warning "region";
    /// No `<main>`, or two.
    LANDMARK_ONE_MAIN: Warning "landmark-one-main";
    /// Two `<nav>` of one name.
    LANDMARK_UNIQUE: Warning "landmark-unique";
    /// No `<h1>`, or two.
    PAGE_HAS_HEADING_ONE: Warning "page-has-heading-one";
    /// `<h4>` after `<h2>`.
    HEADING_ORDER: Warning "heading-order";
    /// `<h2></h2>`
    EMPTY_HEADING: Warning "empty-heading";
    /// `<ul><p>`
    LIST: Warning "list";
    /// `<li>` outside a list.
    LISTITEM: Warning "listitem";
    /// `<dl><p>`, `<dt>` outside a list.
    DEFINITION_LIST: Warning "definition-list";
    /// `<td headers="x">` without a header of that id.
    TD_HEADERS_ATTR: Warning "td-headers-attr";
    /// `<th scope="column">`, `<td scope="row">`
    SCOPE_ATTR_VALID: Warning "scope-attr-valid";
    /// A header of no cell.
    TH_HAS_DATA_CELLS: Warning "th-has-data-cells";
    /// `<th></th>`
    EMPTY_TABLE_HEADER: Warning "empty-table-header";
    /// A table of data without a caption.
    TABLE_CAPTION: Advice "table-caption";
    /// An id that two elements have.
    DUPLICATE_ID: Error "duplicate-id";
    /// `role="carousel"`
    ARIA_ROLES: Warning "aria-roles";
    /// `aria-labeledby`
    ARIA_VALID_ATTR: Warning "aria-valid-attr";
    /// `aria-hidden="oui"`, `aria-controls` of an id that there is not.
    ARIA_VALID_ATTR_VALUE: Warning "aria-valid-attr-value";
    /// A link within `aria-hidden="true"`.
    ARIA_HIDDEN_FOCUS: Warning "aria-hidden-focus";
    /// A button in a link.
    NESTED_INTERACTIVE: Warning "nested-interactive";
    /// A page that goes elsewhere after a time.
    META_REFRESH: Warning "meta-refresh";
    /// `user-scalable=no`
    META_VIEWPORT: Warning "meta-viewport";
    /// A video without captions.
    VIDEO_CAPTION: Warning "video-caption";
    /// Sound that begins by itself.
    NO_AUTOPLAY_AUDIO: Warning "no-autoplay-audio";
    /// `<a aria-label="Lire">Douze puits</a>`
    LABEL_CONTENT_NAME_MISMATCH: Warning "label-content-name-mismatch";
    /// A link to a file that says neither format nor size.
    FILE_LINK: Warning "file-link";
    /// `<p><strong>Calendrier</strong></p>`
    BOLD_HEADING: Warning "bold-heading";
    /// `<p>- un</p><p>- deux</p>`
    FAKE_LIST: Warning "fake-list";
    /// `LES SERVICES SONT GRATUITS`
    CAPITALS: Advice "capitals";
    /// `<script>…</script>`, `onclick`, `javascript:`
    INLINE_SCRIPT: Error "inline-script";
    /// `<style>`, `style="…"`
    INLINE_STYLE: Error "inline-style";
    /// `<img src="https://cdn.example.net/…">`
    OTHER_ORIGIN: Error "other-origin";
    /// Data for search engines that they cannot read.
    JSON_LD: Warning "json-ld";
    /// `tabindex="1"`
    TABINDEX: Warning "tabindex";
    /// `target="_blank"`, and no word of it.
    TARGET_BLANK_WORDS: Advice "target-blank-words";
}
