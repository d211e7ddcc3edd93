import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { enterConsole, letItGo, openByKeys, visit, type Visitor } from './browser.ts';

/** Those who work at their screens, each in a browser of their own. */
export interface Desks {
  readonly coordinator: Visitor;
  readonly executor: Visitor;
  readonly approver: Visitor;
}

export async function takeDesks(browser: Browser, url: string): Promise<Desks> {
  const desk = async (login: string): Promise<Visitor> => {
    const visitor = await visit(browser, url);
    await enterConsole(visitor.page, login);
    return visitor;
  };
  return {
    coordinator: await desk('coordinator'),
    executor: await desk('executor'),
    approver: await desk('approver'),
  };
}

const openQueue = async (page: Page): Promise<void> => {
  await page.goto('/console/queue');
};

/** The coordinator finds the case by keys and makes the keeper of roads responsible. */
export async function assignAtScreen(page: Page, words: string): Promise<void> {
  await openQueue(page);
  await openByKeys(page, words);
  const actions = page.getByRole('group', { name: 'Действия' });
  await actions.getByRole('button', { name: 'Назначить' }).click();
  await page.getByRole('combobox', { name: 'Организация' }).click();
  await page.getByRole('option', { name: 'Дорожная служба' }).click();
  await actions.getByRole('button', { name: 'Назначить' }).last().click();
  await actions.getByRole('button', { name: 'Передать другому' }).waitFor();
}

/** The executor takes the case and writes the answer, by keys where there are keys. */
export async function answerAtScreen(page: Page, words: string, text: string): Promise<void> {
  await openQueue(page);
  await openByKeys(page, words);
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Написать ответ' }).waitFor();
  await page.getByRole('button', { name: 'Спросить жителя' }).waitFor();
  await page.keyboard.press('r');
  await page.getByLabel('Текст ответа').fill(text);
  await page.getByLabel('Результат').selectOption({ label: 'Исправлено' });
  await page.getByRole('button', { name: 'Отправить на согласование' }).click();
  await page.getByText('Ответ уйдёт на согласование').waitFor();
  await letItGo(page);
  await page.getByText('Ответ ушёл на согласование').first().waitFor();
}

/** The approver reads the words side by side and lets them go. */
export async function approveAtScreen(page: Page, words: string, text: string): Promise<void> {
  await page.goto('/console/approvals');
  const list = page.getByRole('list', { name: 'Ответы, которые ждут решения' });
  await list.getByRole('link').filter({ hasText: words }).click();
  await page.getByText('Житель написал').waitFor();
  await page.getByText(text).waitFor();
  await page.getByRole('button', { name: 'Согласовать и отправить' }).click();
  await page.getByText('Ответ согласован и уйдёт жителю').waitFor();
  await letItGo(page);
  await page.getByText('Ответ согласован и уйдёт жителю').waitFor({ state: 'hidden' });
}

/** Nothing broke in anybody's page on the way. */
export function expectNoFaults(desks: Desks, ...others: readonly Visitor[]): void {
  for (const { page, faults } of [...Object.values(desks), ...others])
    expect([page.url(), faults]).toEqual([page.url(), []]);
}
