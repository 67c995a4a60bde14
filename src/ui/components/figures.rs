//! The charts of the bilan, beside the sentence and the table that say the same.

use crate::charts;
use crate::domain::evolution::Course;
use crate::domain::scoring::{Percent, Score};
use crate::framework::{Framework, Level};
use crate::texts::results;
use crate::ui::dom::{El, el};

/// One thématique, ready to be drawn.
#[derive(Clone, PartialEq)]
pub struct Row {
    pub short: String,
    pub title: String,
    pub score: Score,
    pub target: Option<Level>,
    pub progress_target: Option<Percent>,
}

/// The radar of the paliers, with a third outline when one is asked for.
pub fn chart_radar(rows: &[Row], beside: Option<&charts::Beside>) -> El {
    let axes: Vec<charts::Axis> = rows
        .iter()
        .map(|r| charts::Axis { label: r.short.clone(), bracket: r.score.bracket, target: r.target })
        .collect();
    el("div.chart.radar", ())
        .attr("role", "img")
        .label("Radar des paliers, de 0 à 3. Le tableau des résultats donne les mêmes valeurs.")
        .svg(charts::draw(charts::RADAR_SIZE, &charts::radar_beside(&axes, beside)))
}

/// The slopes between two points d’étape.
pub fn chart_slope(framework: &Framework, sides: (String, String), courses: &[Course]) -> El {
    let tiers: Vec<String> = Level::ALL.iter().map(|level| results::level(framework, *level)).collect();
    let slopes: Vec<charts::Slope> = courses
        .iter()
        .map(|course| charts::Slope {
            label: course.thematique.short.clone(),
            before: course.before.bracket.map(|b| b.low),
            now: course.now.bracket.map(|b| b.low),
        })
        .collect();
    el("div.chart.slope", ())
        .attr("role", "img")
        .label("Palier de chaque thématique dans les deux points d’étape. Le tableau « Évolution par thématique » donne les mêmes valeurs.")
        .svg(charts::draw(charts::SLOPE_SIZE, &charts::slope(&tiers, sides, &slopes)))
}

/// The bars of the way come.
pub fn chart_bars(rows: &[Row]) -> El {
    let bars: Vec<charts::Bar> = rows
        .iter()
        .map(|r| charts::Bar { label: r.title.clone(), progress: r.score.progress, target: r.progress_target })
        .collect();
    let (size, shapes) = charts::bars(&bars);
    let label = match bars.iter().any(|bar| bar.target.is_some()) {
        true => "Avancement et repère de l’objectif. Le tableau des résultats donne l’avancement et l’objectif.",
        false => "Avancement. Le tableau donne les mêmes valeurs.",
    };
    el("div.chart", ()).attr("role", "img").label(label).svg(charts::draw(size, &shapes))
}

/// The rows of a dossier’s thématiques.
pub fn rows(framework: &Framework, dossier: &crate::domain::Dossier, campaign: &crate::domain::Campaign) -> Vec<Row> {
    use crate::domain::{gaps, scoring::Selection};
    framework
        .thematiques
        .iter()
        .map(|thematique| {
            let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
            let score = selection.score();
            Row {
                short: thematique.short.clone(),
                title: thematique.title.clone(),
                score,
                target: gaps::thematique_target(&dossier.targets, &thematique.id, &score),
                progress_target: gaps::progress_target(&selection, &dossier.targets, &thematique.id),
            }
        })
        .collect()
}

/// The sentences that stand with the two charts.
pub fn sentences(rows: &[Row]) -> (String, String) {
    let scores: Vec<Score> = rows.iter().map(|r| r.score).collect();
    let aims: Vec<(Score, Option<Level>)> = rows.iter().map(|r| (r.score, r.target)).collect();
    (results::radar_sentence(&aims), results::bars_sentence(&scores))
}
