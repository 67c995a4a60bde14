//! What the answers rest on, in words: how many on a document, and which high ones could be shown to others.

use super::format::{NB, NNB, count, list, lower};
use crate::domain::{Answer, Basis};
use crate::framework::Criterion;

/// « 3 réponses sur 16 reposent sur un document ou une mesure, 2 sur un fait constaté. »
#[must_use]
pub fn summary(answered: &[(&Criterion, &Answer)]) -> String {
    let on = |basis: Basis| answered.iter().filter(|(_, answer)| answer.basis == Some(basis)).count();
    let (measured, observed, opinion) = (on(Basis::Measured), on(Basis::Observed), on(Basis::Opinion));
    if measured + observed + opinion == 0 {
        return "Nous ne l’avons pas encore dit.".to_owned();
    }
    let parts: Vec<String> = [
        (measured, "sur un document ou une mesure"),
        (observed, "sur un fait constaté"),
        (opinion, "sur un avis partagé"),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, what)| format!("{n} {what}"))
    .collect();
    format!("Sur {}{NB}: {}.", count(answered.len(), "réponse", "réponses"), list(&parts))
}

/// A gentle word where a high answer rests on nothing that is said.
#[must_use]
pub fn prompt(to_support: &[&Criterion]) -> Option<String> {
    let titles: Vec<String> = to_support.iter().map(|c| format!("«{NB}{}{NB}»", lower(&c.title))).collect();
    let which = match titles.as_slice() {
        [] => return None,
        [_] => "Notre réponse la plus haute",
        _ => "Deux de nos réponses les plus hautes",
    };
    let could = if titles.len() < 2 { "pourrait" } else { "pourraient" };
    Some(format!(
        "{which}, {}, {could} s’appuyer sur un document ou une mesure. À quoi le voit-on{NNB}? Rien n’y oblige{NB}: la \
         réponse reste la même.",
        list(&titles)
    ))
}
