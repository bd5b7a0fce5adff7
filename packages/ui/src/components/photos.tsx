import { useState } from 'react';
import { Dialog } from './dialog.tsx';

export interface Photo {
  id: string;
  url: string;
  thumbnailUrl: string;
  /** What the picture is, as far as known: "Foto 1 dari 3". */
  alt: string;
  /** Name of the button that enlarges it. */
  enlargeLabel: string;
}

/** Small pictures that open large. */
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
            <img src={photo.thumbnailUrl} alt="" loading="lazy" width="144" height="108" />
          </button>
        ))}
      </div>
      <Dialog open={open !== undefined} size="photo" title={open?.alt} onClose={() => setOpenId(null)}>
        {open && <img src={open.url} alt={open.alt} />}
      </Dialog>
    </>
  );
}
