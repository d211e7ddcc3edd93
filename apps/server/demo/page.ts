import { html } from 'ghtml';
import type { DemoTexts } from '#texts/ru/demo.ts';
import { markPath } from '#ui/brand/mark.ts';

export interface DemoPage {
  readonly language: 'ru' | 'en';
  /** First name of the resident whose phone it is. */
  readonly person: string;
  readonly password: string;
  readonly files: { readonly script: string; readonly styles: readonly string[] } | null;
}

/** The phone of a resident beside the console; on a narrow screen one of them at a time. */
export function demoPage(texts: DemoTexts, { language, person, password, files }: DemoPage): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${texts.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/static/favicon.svg" type="image/svg+xml" />
        !${(files?.styles ?? []).map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        !${files === null ? '' : html`<script type="module" src="${files.script}"></script>`}
      </head>
      <body data-password="${password}" data-tab="phone">
        !${top(texts)}
        <main class="sides">!${phone(texts, person)} !${consoleSide(texts)}</main>
      </body>
    </html>`;
}

function top(texts: DemoTexts): string {
  return html`<header class="top">
    <a class="brand" href="/">
      <svg viewBox="0 0 64 64" width="28" height="28" aria-hidden="true">
        <path fill-rule="evenodd" d="${markPath}" />
      </svg>
      <span>${texts.brand}</span>
    </a>
    <p class="note">${texts.note}</p>
    <a class="top-link" href="/">${texts.portal}</a>
    <div class="tabs" role="tablist">
      <button
        type="button"
        role="tab"
        id="tab-phone"
        aria-controls="phone"
        aria-selected="true"
        data-to="phone"
      >
        ${texts.tabs.phone}
      </button>
      <button
        type="button"
        role="tab"
        id="tab-console"
        aria-controls="console"
        aria-selected="false"
        data-to="console"
      >
        ${texts.tabs.console}
      </button>
    </div>
  </header>`;
}

function phone(texts: DemoTexts, person: string): string {
  const t = texts.phone;
  return html`<section class="phone" id="phone" aria-label="${t.label}">
    <h1 class="visually-hidden">${texts.title}</h1>
    <p class="about">${t.about(person)}</p>
    <div class="device">
      <div class="chat-head">
        <span class="avatar" aria-hidden="true">${t.community.charAt(0)}</span>
        <span><strong>${t.community}</strong></span>
      </div>
      <ol class="chat" id="chat" role="log" aria-label="${t.log}" tabindex="0">
        <li class="chat-empty">${t.empty}</li>
      </ol>
      <p class="chat-failed" id="chat-failed" role="alert" hidden></p>
      <div class="examples" role="group" aria-label="${t.examplesLabel}">
        !${Object.entries(texts.examples).map(
          ([name, { button, text }]) =>
            html`<button type="button" data-example="${name}" data-text="${text}">${button}</button>`,
        )}
      </div>
      <form class="composer" id="composer">
        <label class="photo-button" title="${t.photo}">
          <span class="visually-hidden">${t.photo}</span>
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <path
              d="M4 8.5A1.5 1.5 0 0 1 5.5 7H8l1.5-2h5L16 7h2.5A1.5 1.5 0 0 1 20 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM12 16a3 3 0 1 0 0-6 3 3 0 0 0 0 6"
            />
          </svg>
          <input type="file" name="photo" accept="image/*" class="visually-hidden" />
        </label>
        <label class="visually-hidden" for="words">${t.field}</label>
        <textarea id="words" name="text" rows="2" maxlength="4000" placeholder="${t.field}"></textarea>
        <button type="submit" class="send" aria-label="${t.send}" title="${t.send}">
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <path d="M4 12 20 4l-5 16-3.5-6.5z" />
          </svg>
        </button>
        <p class="chosen" id="chosen" hidden><span></span> <button type="button">${t.dropPhoto}</button></p>
      </form>
    </div>
  </section>`;
}

function consoleSide(texts: DemoTexts): string {
  const t = texts.console;
  return html`<section class="console" id="console" aria-label="${t.label}">
    <div class="console-bar">
      <span class="bar-lead">${t.lead}</span>
      <div class="roles" role="group" aria-label="${t.lead}">
        !${Object.entries(t.roles).map(
          ([role, name]) =>
            html`<button type="button" data-role="${role}" aria-pressed="false">${name}</button>`,
        )}
      </div>
      <p class="case" id="case" role="status">${t.noCase}</p>
      <a class="bar-link" href="/console/" target="_blank" rel="noopener">${t.open}</a>
    </div>
    <iframe id="frame" title="${t.label}"></iframe>
  </section>`;
}
