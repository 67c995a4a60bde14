// The peer page itself: the same questions, asked by SurveyJS, the results drawn by Chart.js once it is completed.
// Only the parts of Chart.js that a radar needs, one language, no font: what a careful author would ship.
import { Chart, Filler, LineElement, PointElement, RadarController, RadialLinearScale } from 'chart.js';
import { Model, surveyLocalization } from 'survey-core';
import 'survey-core/i18n/french';
import 'survey-core/survey-core.fontless.min.css';
import { renderSurvey } from 'survey-js-ui';
import questionnaire from 'peer:questionnaire';

Chart.register(Filler, LineElement, PointElement, RadarController, RadialLinearScale);
surveyLocalization.defaultLocale = 'fr';

const main = document.getElementById('main');
const survey = new Model(questionnaire);
survey.onComplete.add(() => {
  const levels = survey.pages.map((page) => {
    const given = page.questions.map((question) => question.value).filter((level) => level !== undefined);
    return given.length ? given.reduce((sum, level) => sum + level, 0) / given.length : null;
  });
  const canvas = main.appendChild(document.createElement('canvas'));
  new Chart(canvas, {
    type: 'radar',
    data: { labels: survey.pages.map((page) => page.title), datasets: [{ label: 'Paliers', data: levels, fill: true }] },
    options: { scales: { r: { min: 0, max: 3 } } },
  });
});
renderSurvey(survey, main.appendChild(document.createElement('div')));
