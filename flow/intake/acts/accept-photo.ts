import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { FileStore } from '#store/files.ts';

export interface PhotoLimits {
  readonly maxBytes: number;
  readonly maxPixels: number;
}

/** A photo made safe: decoded and encoded anew, so nothing of the sent file but its picture is left. */
export interface AcceptedPhoto {
  readonly hash: string;
  readonly mediaType: 'image/jpeg';
  readonly sizeBytes: number;
  readonly width: number;
  readonly height: number;
}

export type PhotoFailure = 'file_too_large' | 'file_not_an_image' | 'image_too_many_pixels' | 'image_broken';

/** Long enough to see a crack in the asphalt, short enough for a slow phone. */
const LONGEST_SIDE = 2560;
const readable = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff']);

/**
 * Accepts a photo: told by its bytes and not by its name, counted in pixels before it is decoded, turned upright, made
 * smaller, written anew as JPEG without EXIF. A text with an image's name, a bomb of pixels or a torn file is refused.
 */
export async function acceptPhoto(
  bytes: Uint8Array,
  limits: PhotoLimits,
  files: FileStore,
): Promise<Result<AcceptedPhoto, PhotoFailure>> {
  if (bytes.length > limits.maxBytes) return fail({ code: 'file_too_large', limitBytes: limits.maxBytes });
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (type === undefined || !readable.has(type.mime))
    return fail({ code: 'file_not_an_image', detected: type?.mime ?? null });
  try {
    const image = sharp(bytes, { limitInputPixels: limits.maxPixels, failOn: 'error', animated: false });
    const { width, height } = await image.metadata();
    if (width * height > limits.maxPixels)
      return fail({ code: 'image_too_many_pixels', limitPixels: limits.maxPixels });
    const { data, info } = await image
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return ok({
      hash: await files.keep(data),
      mediaType: 'image/jpeg',
      sizeBytes: data.length,
      width: info.width,
      height: info.height,
    });
  } catch (error) {
    const isBomb = error instanceof Error && /pixel limit/i.test(error.message);
    return isBomb
      ? fail({ code: 'image_too_many_pixels', limitPixels: limits.maxPixels })
      : fail({ code: 'image_broken' });
  }
}
