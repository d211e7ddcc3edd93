import { describe, expect, test } from 'vitest';
import { portal as en } from '#texts/en/portal.ts';
import { portal as ru } from '#texts/ru/portal.ts';
import { caseFormAddress } from './addresses.ts';
import { casePage } from './case.ts';
import { errorPage, wrongSecretPage } from './errors.ts';
import { findPage } from './find.ts';
import { homePage } from './home.ts';
import { mapPage } from './map.ts';
import { privacyPage } from './privacy.ts';
import { publicAnswerPage } from './public-answer.ts';
import { sampleViews, type SampleViews } from './testing/sample-views.ts';
import { sentPage } from './sent.ts';
import { caseForms } from './views.ts';
import { webManifest } from './web-manifest.ts';

type Texts = typeof ru;

const pages: Readonly<Record<string, (views: SampleViews, texts: Texts) => string>> = {
  home: (views, texts) => homePage(views.home, texts),
  sent: (views, texts) => sentPage(views.sent, texts),
  case: (views, texts) => casePage(views.case, texts),
  find: ({ site, home }, texts) =>
    findPage({ site, values: { number: home.values.text }, problems: [], notFound: true }, texts),
  map: (views, texts) => mapPage(views.map, texts),
  answer: ({ site, answer, sent }, texts) => publicAnswerPage({ site, number: sent.number, answer }, texts),
  'wrong secret': ({ site }, texts) => wrongSecretPage({ site }, texts),
  privacy: ({ site }, texts) => privacyPage({ site }, texts),
  'no such page': ({ site }, texts) => errorPage({ site, status: 404 }, texts),
  broken: ({ site, home }, texts) => errorPage({ site, status: 500, errorNumber: home.values.text }, texts),
};

/** Every opening tag of the document. */
const tags = (markup: string): string[] => markup.match(/<[a-z][^>]*>/gi) ?? [];

describe.each(Object.entries(pages))('page «%s»', (_, page) => {
  test('hostile words add no tag and no attribute', () => {
    const calm = page(sampleViews('Яма'), ru);
    const hostile = page(sampleViews(`"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;`), ru);
    const shape = (markup: string) => tags(markup).map((tag) => tag.replace(/"[^"]*"/g, '""'));
    expect(shape(hostile)).toEqual(shape(calm));
  });

  test('needs neither inline script nor inline style', () => {
    const markup = page(sampleViews('Яма'), ru);
    expect(markup).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(markup).not.toMatch(/\sstyle=|<style|\son[a-z]+=/);
  });

  test('has one first heading, its language, and no id twice', () => {
    const markup = page(sampleViews('Яма'), ru);
    const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup).toContain('<html lang="ru">');
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('says nothing undefined, and nothing Russian in English', () => {
    const { site, ...views } = sampleViews('Pothole');
    const english = { ...site, language: 'en' as const };
    const inEnglish = Object.fromEntries(
      Object.entries(views).map(([name, view]) => [name, 'site' in view ? { ...view, site: english } : view]),
    );
    const markup = page({ ...sampleViews('Pothole'), ...inEnglish, site: english }, en);
    expect(markup).not.toMatch(/undefined|\[object|NaN/);
    expect(markup.replace(en.otherLanguage, '')).not.toMatch(/[а-яё]/i);
  });
});

describe('without a script', () => {
  const home = homePage(sampleViews('Яма').home, ru);

  test('the first form sends everything by itself', () => {
    expect(home).toMatch(
      /<form[^>]*action="\/north\/send"[^>]*method="post"[^>]*enctype="multipart\/form-data"/,
    );
    for (const name of ['text', 'photos', 'place', 'lat', 'lon', 'email', 'key']) {
      expect(home).toMatch(new RegExp(`<(input|textarea)[^>]*\\sname="${name}"`));
    }
  });

  test('what was typed comes back with the refusal', () => {
    expect(home).toMatch(/<textarea[^>]*>Яма<\/textarea>/);
    expect(home).toContain('name="lat" value="56.1"');
  });

  test('each refusal stands at the top and beside its field', () => {
    expect(home).toContain('href="#home-email"');
    expect(home).toMatch(
      /id="home-email"[^>]*aria-describedby="home-email-hint home-email-problem"[^>]*aria-invalid="true"/,
    );
    expect(home).toContain(ru.home.filesLost);
  });

  test.each(caseForms)('form «%s» of the case has its own address', (form) => {
    const markup = casePage(sampleViews('abc').case, ru);
    expect(markup).toContain(`action="${caseFormAddress('/north', 'abc', 'abc', form)}"`);
  });

  test('a rating is five labelled choices for the answer and five for the fix', () => {
    const markup = casePage(sampleViews('abc').case, ru);
    expect(markup.match(/type="radio"\s+name="answer"/g)).toHaveLength(5);
    expect(markup.match(/type="radio"\s+name="fix"/g)).toHaveLength(5);
  });

  test('the filter of the map is a plain form', () => {
    const markup = mapPage(sampleViews('roads').map, ru);
    expect(markup).toMatch(/<form[^>]*action="\/north\/map"[^>]*method="get"/);
    expect(markup).toMatch(/<option value="open" selected>/);
  });
});

describe('a secret page', () => {
  test.each(['sent', 'case', 'answer', 'wrong secret'])('«%s» is kept out of search engines', (name) => {
    expect(pages[name]?.(sampleViews('Яма'), ru)).toContain('<meta name="robots" content="noindex');
  });

  test('strange characters in number and secret stay inside the address', () => {
    expect(caseFormAddress('', 'А/1', '../x?y', 'reply')).toBe('/case/%D0%90%2F1/..%2Fx%3Fy/reply');
  });
});

describe('the case', () => {
  const view = sampleViews('Яма').case;

  test('a question has no step «fixed»', () => {
    expect(casePage({ ...view, kind: 'question', step: 'in_work' }, ru)).not.toContain(
      ru.case.steps.fixedQuestion,
    );
  });

  test('an overdue deadline is said, not hidden', () => {
    const due = { kind: 'running', at: new Date('2026-05-11T13:00:00Z'), workingMinutesLeft: -40 } as const;
    const markup = casePage({ ...view, due }, ru);
    expect(markup).toContain('Должны были ответить вчера');
    expect(markup).toContain('просрочено на 40\u00a0мин');
  });

  test('what may not be done is not offered', () => {
    const closed = {
      ...view,
      mayWrite: false,
      mayWithdraw: false,
      mayReopen: false,
      declined: null,
      confirmUntil: null,
      question: null,
      refused: null,
    };
    const markup = casePage({ ...closed, mayRate: { answer: false, fix: false } }, ru);
    expect(markup).not.toContain('<form');
  });
});

test('the manifest names the region and starts below its prefix', () => {
  const manifest: unknown = JSON.parse(webManifest(sampleViews('Север').site, ru));
  expect(manifest).toMatchObject({ name: 'Отклик: Север', start_url: '/north/', lang: 'ru' });
});
