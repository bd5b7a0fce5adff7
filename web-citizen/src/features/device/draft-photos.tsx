import { useEffect, useState } from 'react';
import type { DraftPhoto } from '../file-report/draft.ts';
import { readPhoto } from '../file-report/photo-store.ts';

const most = 3;

/** The first pictures of a draft, small, from the device; decoration beside their number in words. */
export function DraftPhotos({ photos }: { photos: readonly DraftPhoto[] }) {
  const [urls, setUrls] = useState<readonly string[]>([]);
  const keys = photos
    .filter(({ isImage }) => isImage)
    .slice(0, most)
    .map(({ key }) => key)
    .join(' ');
  useEffect(() => {
    if (!keys) return;
    let gone = false;
    const made: string[] = [];
    void Promise.all(keys.split(' ').map(readPhoto)).then((blobs) => {
      if (gone) return;
      for (const blob of blobs) if (blob) made.push(URL.createObjectURL(blob));
      setUrls([...made]);
    });
    return () => {
      gone = true;
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [keys]);
  if (urls.length === 0) return null;
  return (
    <p className="row row--tight">
      {urls.map((url) => (
        <span className="file__thumb" key={url}>
          <img src={url} alt="" />
        </span>
      ))}
    </p>
  );
}
