// The one script of every page. Pages work without it; with it, photos are seen before sending, drafts survive,
// a place can be shown on a map. The map itself is loaded only when asked.
import './portal.css';
import { offerCopy } from './copy.ts';
import { forgetDraft, keepDraft } from './draft.ts';
import { growWithText } from './grow.ts';
import { previewPhotos } from './photos.ts';
import { showNeighbours } from './neighbours.ts';
import { choosePlace } from './place.ts';
import { sendOnce } from './send.ts';
import { liveTexts } from './texts.ts';

const texts = liveTexts();
const all = <E extends Element>(selector: string, type: new () => E): E[] =>
  [...document.querySelectorAll(selector)].flatMap((element) => (element instanceof type ? [element] : []));

if (document.querySelector('[data-sent]')) forgetDraft();
for (const form of all('form[data-draft]', HTMLFormElement)) keepDraft(form, texts);
for (const form of all('form[data-send]', HTMLFormElement)) sendOnce(form, texts);
for (const form of all('form[data-neighbours]', HTMLFormElement)) showNeighbours(form);
for (const area of all('textarea[data-grow]', HTMLTextAreaElement)) growWithText(area);
for (const input of all('input[data-photos]', HTMLInputElement)) previewPhotos(input, texts);
for (const place of all('[data-place]', HTMLElement)) choosePlace(place, texts);
for (const button of all('button[data-copy]', HTMLButtonElement)) offerCopy(button, texts);
