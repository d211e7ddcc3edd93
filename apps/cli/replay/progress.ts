import type { Surroundings } from '../command.ts';

const BAR = 24;
const REDRAW_MS = 200;
const LINE_MS = 10_000;

/** How far a long work is: a bar drawn over on a terminal, else a line now and then. */
export interface Progress {
  /** @param share of the whole, 0…1; `null` where it is not known */
  show(share: number | null, words: string): void;
  done(): void;
}

export function startProgress({
  say,
  isTerminal,
  draw,
}: Pick<Surroundings, 'say' | 'isTerminal' | 'draw'>): Progress {
  let shownAt = performance.now();
  return {
    show(share, words) {
      const now = performance.now();
      if (now - shownAt < (isTerminal ? REDRAW_MS : LINE_MS)) return;
      shownAt = now;
      const percent = share === null ? '' : `${Math.floor(share * 100)} %, `;
      if (!isTerminal) return say(`${percent}${words}`);
      const full = Math.round((share ?? 0) * BAR);
      draw(`[${'█'.repeat(full)}${'·'.repeat(BAR - full)}] ${percent}${words}`);
    },
    done: () => {
      if (isTerminal) draw('');
    },
  };
}
