import { chanceOf, path, rect, scenes } from './scenes.ts';
import type { PhotoSubject } from './subjects.ts';

const skies = ['#cfdde6', '#bccbd6', '#d9dfe1', '#c6d3cf', '#dcd6cc'] as const;

/**
 * A flat illustration in place of a photograph, 800 × 600, as SVG text: no people, no numbers, nothing of anybody's.
 * The same subject, seed and moment give the same bytes; `before` and `after` of one seed show the same place.
 */
export function drawPhoto(subject: PhotoSubject, moment: 'before' | 'after', seed: number): string {
  const chance = chanceOf(subject, seed);
  const sky = rect(0, 0, 800, 600, chance.pick(skies));
  const hill = path(
    `M0 ${chance.int(300, 350)}q200 -${chance.int(40, 110)} 420 -10t380 ${chance.int(-30, 20)}V600H0Z`,
    '#93a889',
  );
  const thing = scenes[subject](moment === 'after', chance);
  const light = rect(
    0,
    0,
    800,
    600,
    chance.pick(['#ffffff', '#ffe8c8', '#20304a']),
    ` opacity="${chance.pick(['0', '0.05', '0.1'])}"`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">${sky}${hill}${thing}${light}</svg>`;
}
