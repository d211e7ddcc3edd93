import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconPhotoPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { FailureNotice } from './FailureNotice.tsx';
import { useTexts } from './language.ts';
import classes from './PhotoUpload.module.css';
import { thumbAddress, uploadPhoto } from './upload.ts';
import { useAct } from './use-act.ts';

export interface PhotoUploadProps {
  readonly hashes: readonly string[];
  readonly most: number;
  readonly label: string;
  readonly hint: string;
  readonly change: (hashes: readonly string[]) => void;
}

/** Photos that go along; each is on the server before the form is sent. */
export function PhotoUpload({ hashes, most, label, hint, change }: PhotoUploadProps) {
  const { desk: t } = useTexts();
  const act = useAct();
  const name = useId();
  const add = async (file: File | null) => {
    if (file === null) return;
    const result = await act.run(() => uploadPhoto(file));
    if (result?.ok === true && !hashes.includes(result.value.hash)) change([...hashes, result.value.hash]);
  };
  return (
    <div role="group" aria-labelledby={name}>
      <Text size="sm" fw={500} id={name}>
        {label}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {hint}
      </Text>
      <Group gap="xs">
        {hashes.map((hash, index) => (
          <span key={hash} className={classes['photo']}>
            <img src={thumbAddress(hash)} alt="" />
            <button
              type="button"
              aria-label={t.removeFile(index + 1)}
              onClick={() => change(hashes.filter((other) => other !== hash))}
            >
              <IconX size={16} aria-hidden />
            </button>
          </span>
        ))}
        {hashes.length < most && (
          <FileButton onChange={(file) => void add(file)} accept="image/*">
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="xs"
                leftSection={<IconPhotoPlus size={16} stroke={1.5} aria-hidden />}
                loading={act.state.status === 'running'}
              >
                {t.addFile}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      {act.state.status === 'failed' && <FailureNotice failure={act.state.failure} />}
    </div>
  );
}
