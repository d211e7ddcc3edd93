import { html } from 'ghtml';
import { mapStates } from '#flow/learn/rules/public-map.ts';
import type { PortalTexts } from '#texts/ru/portal.ts';
import { fields, routes } from './addresses.ts';
import { layout } from './layout.ts';
import { timeTag } from './parts.ts';
import { mapPeriods, type MapRow, type MapView } from './map-view.ts';
import type { Site } from './views.ts';

/** The public map with its filter, and the same as a list for those who cannot or will not use a map. */
export function mapPage(view: MapView, texts: PortalTexts): string {
  const t = texts.map;
  const { site } = view;
  const body = html`
    <h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    !${filters(view, texts)}
    <p class="found" role="status">
      <strong>${t.found(view.found)}.</strong> <span class="quiet">${t.withoutPlace(view.withoutPlace)}</span>
    </p>
    <noscript><p>${t.noScript}</p></noscript>
    <div
      class="map"
      id="map"
      data-points="${view.pointsHref}"
      data-base-kind="${site.map.kind}"
      data-base-href="${site.map.href}"
      data-zone="${site.zone}"
      hidden
    ></div>
    <ul class="legend" aria-hidden="true">
      !${mapStates.map((state) => html`<li><span class="dot dot-${state}"></span> ${t.states[state]}</li>`)}
    </ul>
    <section class="block">
      <h2 id="list-title">${t.list}</h2>
      !${view.rows.length === 0 ? html`<p>${t.empty}</p>` : list(view.rows, site, texts)}
      !${pages(view, texts)}
    </section>
  `;
  return layout(site, texts, { title: t.title, body, section: 'map', isWide: true, hasMap: true });
}

const option = (value: string, name: string, isChosen: boolean): string =>
  html`<option value="${value}" !${isChosen ? 'selected' : ''}>${name}</option>`;

function filters({ site, sectors, chosen }: MapView, texts: PortalTexts): string {
  const t = texts.map;
  const topics = sectors.map(
    (sector) =>
      html`<optgroup label="${sector.name}">
        !${option(sector.code, t.wholeSector(sector.name), chosen.topic === sector.code)}
        !${sector.topics.map((topic) => option(topic.code, topic.name, chosen.topic === topic.code))}
      </optgroup>`,
  );
  const states = mapStates.map((state) => option(state, t.states[state], chosen.state === state));
  const periods = mapPeriods.map((period) => option(period, t.periods[period], chosen.period === period));
  const any = (name: string, isChosen: boolean) => option('', name, isChosen);
  return html`<form
    class="filters"
    action="${site.base}${routes.map}"
    method="get"
    role="search"
    aria-label="${t.filters}"
  >
    !${select(fields.topic, t.topic, any(t.anyTopic, chosen.topic === null) + topics.join(''))}
    !${select(fields.state, t.state, any(t.anyState, chosen.state === null) + states.join(''))}
    !${select(fields.period, t.period, periods.join(''))}
    <div class="filters-go">
      <button class="button button-main" type="submit">${t.submit}</button>
      <a class="button-quiet" href="${site.base}${routes.map}">${t.reset}</a>
    </div>
  </form>`;
}

const select = (name: string, label: string, options: string): string =>
  html`<div class="filter">
    <label for="map-${name}">${label}</label>
    <select id="map-${name}" name="${name}">
      !${options}
    </select>
  </div>`;

function list(rows: readonly MapRow[], site: Site, texts: PortalTexts): string {
  const t = texts.map;
  return html`<div class="table-box" role="region" tabindex="0" aria-labelledby="list-title">
    <table>
      <thead>
        <tr>
          <th scope="col">${t.topic}</th>
          <th scope="col">${t.state}</th>
          <th scope="col">${t.place}</th>
          <th scope="col">${t.body}</th>
          <th scope="col">${t.since}</th>
        </tr>
      </thead>
      <tbody>
        !${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.topic}</th>
              <td><span class="dot dot-${row.state}" aria-hidden="true"></span> ${t.states[row.state]}</td>
              <td data-label="${t.place}">${row.place ?? texts.case.own.noPlace}</td>
              <td data-label="${t.body}">${row.body ?? t.nobody}</td>
              <td>!${timeTag(site, texts, row.at, texts.time.day(row.at, site.now, site.zone))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function pages({ nextHref, previousHref }: MapView, texts: PortalTexts): string {
  if (nextHref === null && previousHref === null) return '';
  return html`<p class="row">
    !${previousHref === null ? '' : html`<a class="button" href="${previousHref}" rel="prev">${texts.map.previous}</a>`}
    !${nextHref === null ? '' : html`<a class="button" href="${nextHref}" rel="next">${texts.map.next}</a>`}
  </p>`;
}
