//! What is wrong with the theme.

use crate::Text;

messages! {
    /// A template or component that nothing looks for.
    UNUSED: Advice "template-unused";
    /// The template engine refuses a template.
    SYNTAX: Error "template-syntax";
    /// A template that comes back to itself by what it extends or includes.
    CIRCLE: Error "template-circle";
    /// A template that calls, extends or includes what does not exist.
    UNKNOWN_NAME: Error "template-unknown-name";
    /// The rendering of a page stopped.
    RENDER: Error "template-render";
    /// A template that would run without end, or nearly.
    STEPS: Error "template-steps";
    /// A template that would fill the memory.
    SIZE: Error "template-size";
    /// A function or filter got an argument that it does not have.
    ARGUMENT: Error "template-argument";
    /// An argument is missing or of the wrong kind.
    ARGUMENT_VALUE: Error "template-argument-value";
    STRING_VALUE: Error "template-string-value";
    /// A name inside the site that does not exist, given to a function.
    UNKNOWN: Error "template-unknown-value";
    /// The template of pictures for sharing, or the drawing that it makes.
    SOCIAL_CARD: Error "template-sharing";
    /// A filter got a value that it cannot write.
    FILTERED: Error "template-filter-value";
}

/// The page that was being drawn when a template failed.
pub static PAGE: Text = Text("template-page");
