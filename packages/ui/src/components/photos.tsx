import { useState } from 'react';
import { Dialog } from './dialog.tsx';

export interface Photo {
  id: string;
  url: string;
  thumbnailUrl: string;
  /** Of the large one in pixels, as far as known: it takes its place before it has come. */
  width?: number | null;
  height?: number | null;
  /** What the picture is, as far as known: "Foto 1 dari 3". */
  alt: string;
  /** Name of the button that enlarges it. */
  enlargeLabel: string;
}

/** The longest edge of a small one, as `packages/files` makes them. */
const SMALL_EDGE = 400;

/** Both pictures with their widths: each screen takes the smallest that is sharp on it. */
function sources({ url, thumbnailUrl, width, height }: Photo): string | undefined {
  if (!width || !height || Math.max(width, height) <= SMALL_EDGE) return undefined;
  const small = Math.round((SMALL_EDGE * width) / Math.max(width, height));
  return `${thumbnailUrl} ${small}w, ${url} ${width}w`;
}

/** Small pictures that open large; fetched when they come into sight. */
export function Photos({ photos }: { photos: readonly Photo[] }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const open = photos.find((photo) => photo.id === openId);
  return (
    <>
      <div className="photos">
        {photos.map((photo) => (
          <button
            key={photo.id}
            className="photo"
            type="button"
            aria-label={photo.enlargeLabel}
            onClick={() => setOpenId(photo.id)}
          >
            <img
              src={photo.thumbnailUrl}
              srcSet={sources(photo)}
              sizes="9rem"
              alt=""
              loading="lazy"
              decoding="async"
              width="144"
              height="108"
            />
          </button>
        ))}
      </div>
      <Dialog open={open !== undefined} size="photo" title={open?.alt} onClose={() => setOpenId(null)}>
        {open && (
          <img
            src={open.url}
            srcSet={sources(open)}
            sizes="(min-width: 67rem) 62rem, 94vw"
            alt={open.alt}
            width={open.width ?? undefined}
            height={open.height ?? undefined}
          />
        )}
      </Dialog>
    </>
  );
}
