import type { PortalLiveTexts } from '#texts/ru/portal-live.ts';
import { holdSending } from './send.ts';

/** Long side of what is sent, pixels: enough to read a house number, small enough for a village's network. */
const LONG_SIDE = 1600;
const QUALITY = 0.82;
/** Smaller files are sent as they are. */
const SMALL_BYTES = 400_000;

/**
 * Shows chosen photos, lets one be removed, and makes them smaller before sending. Choosing again adds to what
 * was chosen. Without DataTransfer (very old phones) the browser's own list stays as it is.
 */
export function previewPhotos(input: HTMLInputElement, texts: PortalLiveTexts): void {
  const limit = Number(input.dataset['limit'] ?? '5');
  const note = document.createElement('p');
  note.className = 'hint';
  note.setAttribute('role', 'status');
  const list = document.createElement('ul');
  list.className = 'photos photos-chosen';
  input.classList.add('hidden');
  input.after(chooseButton(input, texts), list, note);
  let chosen: File[] = [];

  const show = (remark = '') => {
    const transfer = new DataTransfer();
    chosen.slice(0, limit).forEach((file) => transfer.items.add(file));
    input.files = transfer.files;
    list.replaceChildren(
      ...chosen.slice(0, limit).map((file, index) => item(file, index, texts, () => remove(file))),
    );
    const count = chosen.length === 0 ? '' : texts.photosChosen(chosen.length, limit);
    note.textContent = [remark, count].filter(Boolean).join(' ');
    chosen = chosen.slice(0, limit);
  };
  const remove = (file: File) => {
    chosen = chosen.filter((other) => other !== file);
    show();
    input.focus();
  };
  const add = async (files: readonly File[]) => {
    note.textContent = texts.photosPreparing;
    const ready = await Promise.all(files.slice(0, limit).map(shrink));
    const extra = files.slice(limit);
    const refused = ready.find((file) => !isPhoto(file));
    chosen = [...chosen, ...ready.filter(isPhoto), ...extra];
    show(refused === undefined ? '' : texts.photoNot(refused.name));
  };

  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length === 0) return show();
    const added = add(files);
    if (input.form !== null) holdSending(input.form, added);
    return undefined;
  });
}

/** The browser's own button speaks the browser's language; this one speaks the page's. The field itself keeps the focus. */
function chooseButton(input: HTMLInputElement, texts: PortalLiveTexts): HTMLLabelElement {
  const label = document.createElement('label');
  label.className = 'button file-button';
  label.htmlFor = input.id;
  label.textContent = texts.photosChoose;
  return label;
}

const isPhoto = (file: File): boolean => file.type.startsWith('image/') || /\.(heic|heif)$/i.test(file.name);

function item(file: File, index: number, texts: PortalLiveTexts, remove: () => void): HTMLLIElement {
  const image = new Image(160, 120);
  image.alt = texts.photoAlt(index + 1);
  image.src = URL.createObjectURL(file);
  image.addEventListener('load', () => URL.revokeObjectURL(image.src));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'photo-remove';
  button.textContent = '×';
  button.setAttribute('aria-label', texts.photoRemove(index + 1));
  button.addEventListener('click', remove);
  const li = document.createElement('li');
  li.append(image, button);
  return li;
}

/** A smaller JPEG without the place and time of shooting; the file itself where the browser cannot open it. */
async function shrink(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size < SMALL_BYTES) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (blob === null || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch {
    return file;
  }
}
