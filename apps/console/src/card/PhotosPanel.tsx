import { Group, Modal, Switch, Text, Tooltip, UnstyledButton, Button } from '@mantine/core';
import { useState } from 'react';
import { letPhotoThrough } from '#contract/work.ts';
import { Panel } from '#ui/components/Panel.tsx';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { useMay } from '../app/session.ts';
import { photoAddress, thumbAddress } from '../app/upload.ts';
import { ActFailure } from './ActFailure.tsx';
import classes from './Card.module.css';
import { useCardAct, useOpenCard, type Card } from './use-card.ts';

type Photo = Card['files'][number];

function Thumb({ photo, n, open }: { photo: Photo; n: number; open: () => void }) {
  const { photos: t } = useTexts().card;
  const { card } = useOpenCard();
  const may = useMay();
  const act = useCardAct();
  const whose = photo.side === 'resident' ? t.fromResident : t.fromStaff;
  const let_ = (isPublic: boolean) =>
    void act.run(() =>
      call(letPhotoThrough, { params: { appealId: card.id, hash: photo.hash }, body: { isPublic } }),
    );
  return (
    <li className={classes['photo']}>
      <UnstyledButton className={classes['thumb']} onClick={open} aria-label={t.open(n, whose)}>
        <img src={thumbAddress(photo.hash)} alt="" loading="lazy" decoding="async" />
      </UnstyledButton>
      <Text size="xs" c="dimmed">
        {whose}
      </Text>
      {may('photo.let_through') ? (
        <Tooltip label={t.letThroughHint}>
          <Switch
            size="xs"
            label={t.letThrough}
            checked={photo.isLetThrough}
            disabled={act.state.status === 'running'}
            onChange={(event) => let_(event.currentTarget.checked)}
          />
        </Tooltip>
      ) : (
        <Text size="xs">{photo.isLetThrough ? t.isShown : t.isHidden}</Text>
      )}
      <ActFailure act={act} />
    </li>
  );
}

function Lightbox({
  photos,
  at,
  show,
}: {
  photos: readonly Photo[];
  at: number | null;
  show: (at: number | null) => void;
}) {
  const { card, console: shell } = useTexts();
  const t = card.photos;
  const photo = at === null ? undefined : photos[at];
  const step = (by: number) => show(((at ?? 0) + by + photos.length) % photos.length);
  return (
    <Modal
      opened={photo !== undefined}
      onClose={() => show(null)}
      size="xl"
      title={at === null ? '' : t.of(at + 1, photos.length)}
      closeButtonProps={{ 'aria-label': shell.form.close }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(1);
        if (event.key === 'ArrowLeft') step(-1);
      }}
    >
      {photo && (
        <>
          <img
            className={classes['large']}
            src={photoAddress(photo.hash)}
            alt={t.alt((at ?? 0) + 1, photo.side === 'resident' ? t.fromResident : t.fromStaff)}
          />
          {photos.length > 1 && (
            <Group justify="space-between" mt="sm">
              <Button variant="default" onClick={() => step(-1)}>
                {t.previous}
              </Button>
              <Button variant="default" onClick={() => step(1)}>
                {t.next}
              </Button>
            </Group>
          )}
        </>
      )}
    </Modal>
  );
}

/** Photos of a list: thumbnails that open large. */
export function PhotoStrip({ photos }: { photos: readonly Photo[] }) {
  const [at, show] = useState<number | null>(null);
  return (
    <>
      <ul className={`${classes['photos']} ${classes['list']}`} style={{ display: 'flex' }}>
        {photos.map((photo, index) => (
          <Thumb key={photo.hash} photo={photo} n={index + 1} open={() => show(index)} />
        ))}
      </ul>
      <Lightbox photos={photos} at={at} show={show} />
    </>
  );
}

export function PhotosPanel() {
  const { photos: t } = useTexts().card;
  const { files, refusedFiles } = useOpenCard().card;
  if (files.length === 0 && refusedFiles.length === 0) return null;
  return (
    <Panel level={3} title={t.title}>
      {files.length > 0 && <PhotoStrip photos={files} />}
      {refusedFiles.length > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          {t.refused(refusedFiles.length)}
        </Text>
      )}
    </Panel>
  );
}
