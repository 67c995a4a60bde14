//! The questions seen through another framework: by champ d’action of the academic paliers, by area of SELFIE.
//!
//! Correspondences are proposed by the authors of the référentiel; a question may answer to several parts, or to none.

use super::{Champ, Criterion, Framework, Selfie};

/// The six champs, each with its questions in order; a question may be in several.
#[must_use]
pub fn by_champ(framework: &Framework) -> Vec<(Champ, Vec<&Criterion>)> {
    let of = |champ: &Champ| (*champ, answering(framework, champ.as_str(), |c| &c.crosswalk.creteil));
    Champ::ALL.iter().map(of).collect()
}

/// The eight areas of SELFIE, each with its questions in order; a question may be in several.
#[must_use]
pub fn by_selfie(framework: &Framework) -> Vec<(Selfie, Vec<&Criterion>)> {
    let of = |area: &Selfie| (*area, answering(framework, area.as_str(), |c| &c.crosswalk.selfie));
    Selfie::ALL.iter().map(of).collect()
}

#[inline(never)]
fn answering<'a>(framework: &'a Framework, code: &str, codes: fn(&Criterion) -> &[String]) -> Vec<&'a Criterion> {
    framework.criteria.iter().filter(|c| codes(c).iter().any(|own| own == code)).collect()
}
