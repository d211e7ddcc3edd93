import { random } from '../random.ts';
import type { Random } from '../random.ts';
import type { PhotoSubject } from './subjects.ts';

/** Draws one thing on the ground of the picture, broken or mended. Units: pixels of an 800 × 600 picture. */
export type Scene = (isMended: boolean, chance: Random) => string;

export function rect(x: number, y: number, width: number, height: number, colour: string, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"${more}/>`;
}

export function circle(x: number, y: number, radius: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`;
}

export function ellipse(x: number, y: number, across: number, down: number, colour: string): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${across}" ry="${down}" fill="${colour}"/>`;
}

export function path(d: string, colour: string, more = ''): string {
  return `<path d="${d}" fill="${colour}"${more}/>`;
}

/** A lumpy outline around a middle. */
function lump(x: number, y: number, across: number, down: number, chance: Random, corners = 14): string {
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = (index / corners) * Math.PI * 2;
    const swell = chance.between(0.75, 1.15);
    return `${Math.round(x + Math.cos(angle) * across * swell)} ${Math.round(y + Math.sin(angle) * down * swell)}`;
  });
  return `M${points.join('L')}Z`;
}

const road = rect(0, 380, 800, 220, '#6b6f75') + rect(0, 372, 800, 10, '#c9c6bd');
const dashes = [40, 240, 440, 640].map((x) => rect(x, 480, 110, 10, '#e8e6df')).join('');
const house =
  rect(80, 130, 640, 250, '#d8c9b4') +
  [130, 250, 370, 490, 610].flatMap((x) => [170, 270].map((y) => rect(x, y, 60, 70, '#7f97ab'))).join('');

function pile(chance: Random, count: number, colours: readonly string[]): string {
  return Array.from({ length: count }, () =>
    path(
      lump(chance.int(230, 570), chance.int(400, 500), chance.int(20, 48), chance.int(16, 38), chance, 8),
      chance.pick(colours),
    ),
  ).join('');
}

/** What each subject looks like. */
export const scenes: Readonly<Record<PhotoSubject, Scene>> = {
  pothole: (isMended, chance) => {
    const [x, y] = [chance.int(300, 500), chance.int(470, 520)];
    const patch = path(lump(x, y, 120, 42, chance), isMended ? '#55585d' : '#3c3a38');
    return road + dashes + patch + (isMended ? '' : path(lump(x + 10, y + 6, 84, 26, chance), '#7c8a93'));
  },
  rubbish: (isMended, chance) =>
    rect(0, 380, 800, 220, '#8c9377') +
    [250, 400, 550].map((x) => rect(x - 55, 310, 110, 120, '#4d7a58', ' rx="6"')).join('') +
    (isMended ? '' : pile(chance, 22, ['#2f3337', '#5d6b78', '#b8b2a4', '#7a5f49', '#e5e0d5'])),
  lamp: (isMended, chance) => {
    const x = chance.int(330, 470);
    const light = isMended
      ? path(`M${x + 60} 130L${x - 90} 520L${x + 250} 520Z`, '#ffe9a3', ' opacity="0.55"') +
        circle(x + 70, 128, 16, '#fff3c4')
      : circle(x + 70, 128, 14, '#4b4f55');
    return (
      rect(0, 0, 800, 600, '#2b3442') +
      rect(0, 470, 800, 130, '#3a4049') +
      rect(x, 120, 12, 370, '#7d838b') +
      rect(x, 112, 80, 10, '#7d838b') +
      light
    );
  },
  snowdrift: (isMended, chance) =>
    house +
    rect(0, 380, 800, 220, isMended ? '#8f9399' : '#eef2f5') +
    (isMended
      ? rect(0, 380, 800, 40, '#eef2f5') + rect(120, 440, 560, 8, '#b9a98a')
      : path(lump(chance.int(250, 550), 450, 270, 80, chance, 18), '#dbe4ec') +
        path(lump(400, 500, 330, 60, chance, 18), '#f7fafc')),
  icicles: (isMended, chance) =>
    house +
    rect(60, 110, 680, 24, '#8a5a44') +
    (isMended
      ? ''
      : Array.from({ length: 26 }, (_, index) =>
          path(`M${70 + index * 26} 134l9 ${chance.int(30, 120)}l9 -${chance.int(20, 40)}z`, '#cfe6f5'),
        ).join('')) +
    rect(0, 380, 800, 220, '#e3e7ea'),
  puddle: (isMended, chance) =>
    house +
    rect(0, 380, 800, 220, '#84807a') +
    (isMended
      ? ellipse(400, 500, 60, 12, '#77736d')
      : path(lump(chance.int(340, 460), 490, 290, 70, chance, 20), '#7fa0b5') +
        path(lump(400, 480, 150, 24, chance, 14), '#a9c3d2')),
  tree: (isMended, chance) =>
    rect(0, 420, 800, 180, '#7f9a62') +
    (isMended
      ? rect(370, 470, 60, 26, '#a98a66') + ellipse(400, 470, 30, 9, '#d8c19b')
      : `<g transform="rotate(${chance.int(28, 48)} 400 480)">${rect(385, 180, 30, 300, '#6d5440')}${path(lump(400, 170, 120, 100, chance, 18), '#55783f')}</g>`),
  manhole: (isMended, chance) => {
    const x = chance.int(330, 470);
    const cover = ellipse(x, 488, 92, 33, '#777b80') + rect(x - 70, 486, 140, 4, '#5c6065');
    return (
      road + ellipse(x, 490, 100, 38, '#4c4f54') + (isMended ? cover : ellipse(x, 491, 86, 31, '#0f1113'))
    );
  },
  playground: (isMended, chance) =>
    rect(0, 400, 800, 200, '#d8c48f') +
    rect(200, 190, 14, 240, '#c2453c') +
    rect(586, 190, 14, 240, '#c2453c') +
    rect(200, 184, 400, 12, '#c2453c') +
    rect(330, 196, 4, 150, '#555') +
    rect(466, 196, 4, isMended ? 150 : chance.int(50, 90), '#555') +
    (isMended
      ? rect(322, 344, 156, 14, '#3f6fae')
      : `<g transform="rotate(34 330 344)">${rect(322, 344, 156, 14, '#3f6fae')}</g>`),
  wall: (isMended, chance) =>
    rect(0, 90, 800, 360, '#c9b79c') +
    rect(0, 450, 800, 150, '#8d8a83') +
    (isMended
      ? rect(180, 180, 440, 170, '#cdbda4')
      : Array.from(
          { length: 9 },
          () =>
            `<path d="M${chance.int(190, 260)} ${chance.int(190, 340)}q${chance.int(60, 120)} -${chance.int(30, 90)} ${chance.int(140, 220)} ${chance.int(-20, 40)}" stroke="${chance.pick(['#31427a', '#7a3131', '#222'])}" stroke-width="12" fill="none"/>`,
        ).join('')),
  pipe: (isMended, chance) =>
    rect(0, 0, 800, 600, '#b9b4aa') +
    rect(0, 270, 800, 70, '#7c6f63') +
    (isMended
      ? rect(350, 258, 100, 94, '#4f6f8a', ' rx="8"')
      : Array.from({ length: 14 }, () =>
          path(
            `M400 305q${chance.int(-160, 160)} -${chance.int(60, 180)} ${chance.int(-240, 240)} ${chance.int(120, 280)}l14 0z`,
            '#8fb7cf',
            ' opacity="0.7"',
          ),
        ).join('') + ellipse(400, 560, 330, 40, '#8fb7cf')),
  bus_stop: (isMended, chance) =>
    road +
    rect(220, 170, 360, 16, '#4d7a58') +
    rect(230, 186, 10, 210, '#5b6167') +
    rect(560, 186, 10, 210, '#5b6167') +
    rect(280, 340, 240, 14, '#9a7a52') +
    (isMended
      ? rect(242, 190, 316, 140, '#bcd6df', ' opacity="0.7"')
      : path(`M242 190l120 0l-${chance.int(20, 60)} 60l30 80l-110 0z`, '#bcd6df', ' opacity="0.6"') +
        path(lump(430, 392, 60, 14, chance, 10), '#dfeaf0')),
};

/** A stream for one picture: before and after share the setting. */
export function chanceOf(subject: PhotoSubject, seed: number): Random {
  return random(seed).fork(subject);
}
