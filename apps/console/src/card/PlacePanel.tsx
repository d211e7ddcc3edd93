import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Point } from '#kernel/place.ts';
import { findPlace } from '#contract/find-place.ts';
import { correct } from '#contract/work.ts';
import { Panel } from '#ui/components/Panel.tsx';
import { call } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useMay } from '../app/session.ts';
import { useAct } from '../app/use-act.ts';
import { ActFailure } from './ActFailure.tsx';
import classes from './Card.module.css';
import { useCardAct, useOpenCard, type Card, type CardAct } from './use-card.ts';

const MiniMap = lazy(async () => ({ default: (await import('../map/MiniMap.tsx')).MiniMap }));

type Candidate = Card['place']['candidates'][number];

/** Places to choose from: one press and the case is there. */
function Candidates({
  places,
  act,
  done,
}: {
  places: readonly Candidate[];
  act: CardAct;
  done?: () => void;
}) {
  const { card } = useOpenCard();
  const names = useNames();
  const choose = async ({ point, municipalityId, settlementId, streetId, houseId }: Candidate) => {
    const place = { point, municipalityId, settlementId, streetId, houseId };
    const isSaved = await act.run((version) =>
      call(correct, { params: { appealId: card.id }, body: { version, place } }),
    );
    if (isSaved) done?.();
  };
  return places.map((candidate) => {
    const municipality = names.municipality(candidate.municipalityId) ?? '';
    return (
      <button
        key={JSON.stringify(candidate)}
        type="button"
        className={classes['candidate']}
        disabled={act.state.status === 'running'}
        onClick={() => void choose(candidate)}
      >
        {candidate.label || municipality}{' '}
        <span className={classes['quiet']}>{candidate.label === '' ? '' : municipality}</span>
      </button>
    );
  });
}

/** An address or a landmark in words, as at the reception desk. */
function FindPlace({ act, close }: { act: CardAct; close: () => void }) {
  const { card, console: shell, desk } = useTexts();
  const search = useAct();
  const [address, setAddress] = useState('');
  const [places, setPlaces] = useState<readonly Candidate[] | null>(null);
  const find = async () => {
    if (address.trim() === '') return;
    const found = await search.run(() => call(findPlace, { body: { address } }));
    if (found?.ok === true) setPlaces(found.value.places);
  };
  return (
    <Stack gap={4}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <TextInput
          label={desk.address}
          maxLength={300}
          autoComplete="off"
          required
          withAsterisk={false}
          value={address}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            // What was found for other words is not what this address names.
            setPlaces(null);
          }}
        />
        <Button type="submit" size="xs" variant="default" mt={4} loading={search.state.status === 'running'}>
          {card.place.find}
        </Button>
      </form>
      <div role="status">
        {places !== null && (
          <Text size="xs">
            {places.length === 0 ? shell.form.nothingFound : card.place.found(places.length)}
          </Text>
        )}
      </div>
      {places !== null && <Candidates places={places} act={act} done={close} />}
      {search.state.status === 'failed' && <FailureNotice failure={search.state.failure} />}
    </Stack>
  );
}

function ChangePlace({ act, close }: { act: CardAct; close: () => void }) {
  const { card: texts, console: shell } = useTexts();
  const t = texts.place;
  const { card } = useOpenCard();
  const { all } = useNames();
  const [point, setPoint] = useState<Point | null>(card.place.point);
  const [municipality, setMunicipality] = useState(String(card.place.municipalityId ?? ''));
  const save = async () => {
    const place = { point, municipalityId: municipality === '' ? null : Number(municipality) };
    const isSaved = await act.run((version) =>
      call(correct, { params: { appealId: card.id }, body: { version, place } }),
    );
    if (isSaved) close();
  };
  return (
    <div className={classes['form']}>
      <FindPlace act={act} close={close} />
      <Text size="xs">{t.pick}</Text>
      <div className={classes['minimap']}>
        <Suspense>
          <MiniMap point={point} label={t.map} onPick={setPoint} />
        </Suspense>
      </div>
      <div role="status">{point !== card.place.point && <Text size="xs">{t.picked}</Text>}</div>
      <NativeSelect
        label={t.municipality}
        data={[
          { value: '', label: shell.form.choose },
          ...all.municipalities.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={municipality}
        onChange={(event) => setMunicipality(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          size="xs"
          loading={act.state.status === 'running'}
          disabled={point === null && municipality === ''}
          onClick={() => void save()}
        >
          {t.save}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {shell.form.cancel}
        </Button>
      </Group>
    </div>
  );
}

function Facts({ place }: { place: Card['place'] }) {
  const { card, lifecycle } = useTexts();
  const t = card.place;
  const names = useNames();
  const municipality = names.municipality(place.municipalityId);
  return (
    <div>
      <Text fw={500}>{place.label ?? municipality ?? t.none}</Text>
      <Text size="xs" c="dimmed">
        {[
          place.precision === 'none' ? null : lifecycle.precision[place.precision],
          place.label === null ? null : municipality,
        ]
          .filter((words) => words !== null)
          .join(' · ')}
      </Text>
      {place.isOutside && (
        <Text size="xs" c="bad">
          {t.outside}
        </Text>
      )}
      {place.givenAddress !== null && <Text size="xs">{t.given(place.givenAddress)}</Text>}
      {place.by !== null && (
        <Text size="xs" c="dimmed">
          {card.understanding.byPerson(place.by)}
        </Text>
      )}
      {place.by === null && place.words.length > 0 && (
        <Text size="xs" c="dimmed">
          {t.why(place.words.map((word) => `«${word}»`).join(', '))}
        </Text>
      )}
    </div>
  );
}

/** Where the problem is, how exactly it is known and from which words. */
export function PlacePanel() {
  const { place: t } = useTexts().card;
  const { place, incident } = useOpenCard().card;
  const may = useMay();
  const act = useCardAct();
  const [isOpen, setOpen] = useState(false);
  const canCorrect = may('appeal.correct');
  return (
    <Panel
      level={3}
      title={t.title}
      aside={
        canCorrect &&
        !isOpen && (
          <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
            {t.change}
          </Button>
        )
      }
    >
      <Stack gap={6}>
        <Facts place={place} />
        {isOpen ? (
          <ChangePlace act={act} close={() => setOpen(false)} />
        ) : (
          place.point !== null && (
            <>
              <div className={classes['minimap']}>
                <Suspense>
                  <MiniMap point={place.point} label={t.map} shape={incident?.shape ?? null} />
                </Suspense>
              </div>
              {may('map.read') && place.municipalityId !== null && (
                <Text size="xs">
                  <Link to="/map" search={{ municipality: [place.municipalityId] }}>
                    {t.openMap}
                  </Link>
                </Text>
              )}
            </>
          )
        )}
        {canCorrect && place.candidates.length > 1 && (
          <Stack gap={4}>
            <Text size="xs">{t.candidates}</Text>
            <Candidates places={place.candidates} act={act} />
          </Stack>
        )}
        <ActFailure act={act} />
      </Stack>
    </Panel>
  );
}
