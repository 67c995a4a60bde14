//! The frame around the questions: thématiques, paliers, the rule of the paliers, moments of the year, L’essentiel.

use super::{Faults, of_kind};
use crate::framework::{Framework, Level, Period, PeriodSpan, Thematique};
use jiff::civil::Date;

/// Essential questions that a thématique needs for « L’essentiel » to say something of it; all of them if it has fewer.
const ESSENTIALS: usize = 3;

pub(super) fn check(framework: &Framework, faults: &mut Faults) {
    faults.ids("référentiel", std::iter::once(framework.id.as_str()));
    faults.ids("thématique", framework.thematiques.iter().map(|t| t.id.as_str()));
    let sub_themes = || framework.thematiques.iter().flat_map(|t| &t.sub_themes);
    faults.ids("sous-thématique", sub_themes().map(|s| s.id.as_str()));
    for thematique in &framework.thematiques {
        for sub_theme in &thematique.sub_themes {
            let id = sub_theme.id.as_str();
            faults.prefix(id, thematique.id.as_str(), &of_kind("sous-thématique", id));
        }
    }
    faults.between(framework.tier_rule.share, 1..=100, "référentiel", "part du palier, en centièmes");
    let four = framework.tiers.iter().map(|t| t.level).eq(Level::ALL);
    faults.require(four, "référentiel", "paliers : il en faut quatre, de 0 à 3, chacun une fois et dans l’ordre");
    periods(&framework.periods, faults);
    if framework.criteria.iter().any(|c| c.essential) {
        for thematique in &framework.thematiques {
            essentials(framework, thematique, faults);
        }
    }
}

fn periods(periods: &[PeriodSpan], faults: &mut Faults) {
    for period in Period::ALL {
        let times = periods.iter().filter(|p| p.id == *period).count();
        let place = of_kind("période", period.as_str());
        faults.require(times == 1, &place, format!("décrite {times} fois (attendu : une fois)"));
    }
    for period in periods {
        let place = of_kind("période", period.id.as_str());
        for day in [&period.first, &period.last] {
            faults.require(exists_every_year(day), &place, format!("jour illisible : {day} (attendu : MM-JJ)"));
        }
        faults.require(period.first <= period.last, &place, "le premier jour vient après le dernier");
    }
}

/// Whether `text` is `MM-DD`, a day of every year.
fn exists_every_year(text: &str) -> bool {
    const NOT_A_LEAP_YEAR: i16 = 2001;
    let digits =
        text.len() == 5 && text.bytes().enumerate().all(|(i, b)| if i == 2 { b == b'-' } else { b.is_ascii_digit() });
    let number = |range| text.get(range).and_then(|digits: &str| digits.parse().ok());
    digits
        && matches!((number(0..2), number(3..5)), (Some(month), Some(day)) if Date::new(NOT_A_LEAP_YEAR, month, day).is_ok())
}

fn essentials(framework: &Framework, thematique: &Thematique, faults: &mut Faults) {
    let (mut total, mut questions) = (0, 0);
    for sub_theme in &thematique.sub_themes {
        let own = framework.criteria.iter().filter(|c| c.sub_theme == sub_theme.id);
        let count = own.clone().filter(|c| c.essential).count();
        total += count;
        questions += own.count();
        faults.require(count > 0, &of_kind("sous-thématique", sub_theme.id.as_str()), "aucune question essentielle");
    }
    let enough = ESSENTIALS.min(questions);
    let message = format!("questions essentielles : {total} (attendu : au moins {enough})");
    faults.require(total >= enough, &of_kind("thématique", thematique.id.as_str()), message);
}
