//! Every word explained.

use crate::framework::{Framework, Term};
use crate::ui::dom::{El, IntoNode, Node, el, kids};

/// The section.
pub fn glossary(framework: &Framework) -> Node {
    if framework.glossary.is_empty() {
        return el("p", "Ce référentiel n’explique aucun mot à part.").into_node();
    }
    el("dl.words", framework.glossary.iter().map(entry).collect::<Vec<_>>()).into_node()
}

fn entry(term: &Term) -> El {
    el("div", kids![el("dt", term.term.clone()), el("dd", term.text.clone())])
}
