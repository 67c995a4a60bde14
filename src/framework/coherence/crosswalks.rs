//! The correspondences with other frameworks: codes of their lists, and enough of them to draw a view.

use super::Faults;
use crate::framework::crosswalk::{by_champ, by_selfie};
use crate::framework::{Champ, Crcn, CrcnEdu, Crosswalk, DigCompEdu, Framework, Selfie};

/// From how many questions on a view by champ or by area has to be whole.
const WHOLE: usize = 38;
/// Questions that a champ or an area needs in a whole view.
const ENOUGH: usize = 2;

pub(super) fn check(framework: &Framework, faults: &mut Faults) {
    for criterion in &framework.criteria {
        codes(&criterion.crosswalk, criterion.id.as_str(), faults);
    }
    if framework.criteria.len() < WHOLE || framework.criteria.iter().all(|c| c.crosswalk == Crosswalk::default()) {
        return;
    }
    let champs = by_champ(framework).into_iter().map(|(champ, of)| ("champ", champ.as_str(), of.len()));
    let areas = by_selfie(framework).into_iter().map(|(area, of)| ("domaine SELFIE", area.as_str(), of.len()));
    for (kind, code, questions) in champs.chain(areas) {
        let message = format!("{kind} {code} : {questions} question en correspondance (attendu : au moins {ENOUGH})");
        faults.require(questions >= ENOUGH, "référentiel", message);
    }
}

fn codes(crosswalk: &Crosswalk, place: &str, faults: &mut Faults) {
    let mut check = |list: &str, codes: &[String], known: &[&str]| {
        for code in codes {
            let message = format!("correspondance {list} inconnue : {code} (attendu : {})", known.join(", "));
            faults.require(known.contains(&code.as_str()), place, message);
        }
    };
    check("creteil", &crosswalk.creteil, &spelled(Champ::ALL));
    check("selfie", &crosswalk.selfie, &spelled(Selfie::ALL));
    check("crcn", &crosswalk.crcn, &spelled(Crcn::ALL));
    check("crcn_edu", &crosswalk.crcn_edu, &spelled(CrcnEdu::ALL));
    check("digcompedu", &crosswalk.digcompedu, &spelled(DigCompEdu::ALL));
}

fn spelled<W: Copy + Into<&'static str>>(words: &[W]) -> Vec<&'static str> {
    words.iter().map(|word| (*word).into()).collect()
}
