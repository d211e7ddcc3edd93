import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTexts } from '../app/language.ts';

/** On a narrow screen what is open hides the list: this leads back to it. */
export function BackToList({ back }: { back: () => void }) {
  const { queue } = useTexts();
  return (
    <ActionIcon
      variant="subtle"
      color="quiet"
      size={36}
      aria-label={queue.backToList}
      onClick={back}
      hiddenFrom="md"
    >
      <IconArrowLeft size={20} stroke={1.5} />
    </ActionIcon>
  );
}
