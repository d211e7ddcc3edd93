import sharp from 'sharp';
import { drawPhoto } from '#data/demo/photos/draw-photo.ts';
import { photoSubjects, type PhotoSubject } from '#data/demo/photos/subjects.ts';
import type { KeptFile } from '#flow/intake/queries/files.ts';
import type { FileStore } from '#store/files.ts';

/** Places drawn of each subject; a story uses one of them. */
const SEEDS = 4;

/** Pictures of the invented region, kept as files. */
export interface Pictures {
  readonly files: readonly KeptFile[];
  /** The hash of a picture; `before` and `after` of one seed show the same place. */
  hashOf(subject: PhotoSubject, moment: 'before' | 'after', seed: number): string;
}

/** Draws and keeps the pictures: a small set, since files are told by their bytes and may be shared. */
export async function drawPictures(files: FileStore): Promise<Pictures> {
  const drawn = await Promise.all(
    photoSubjects.flatMap((subject) =>
      (['before', 'after'] as const).flatMap((moment) =>
        Array.from({ length: SEEDS }, async (_, seed): Promise<readonly [string, KeptFile]> => {
          const { data, info } = await sharp(Buffer.from(drawPhoto(subject, moment, seed + 1)))
            .jpeg({ quality: 82 })
            .toBuffer({ resolveWithObject: true });
          const hash = await files.keep(data);
          const { width, height } = info;
          return [
            `${subject} ${moment} ${seed}`,
            { hash, mediaType: 'image/jpeg', sizeBytes: data.length, width, height },
          ];
        }),
      ),
    ),
  );
  const byName = new Map(drawn);
  return {
    files: [...new Map(drawn.map(([, file]) => [file.hash, file])).values()],
    hashOf: (subject, moment, seed) => {
      const file = byName.get(`${subject} ${moment} ${seed % SEEDS}`);
      if (file === undefined) throw new Error(`no picture of ${subject}`);
      return file.hash;
    },
  };
}
