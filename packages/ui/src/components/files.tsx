import type { ReactNode } from 'react';
import { cameraIcon, closeIcon, fileIcon, offlineIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './button.tsx';

/** The dashed box in which files are asked for; `children` are its buttons. */
export const FileDrop = ({
  title,
  hint,
  children,
}: {
  title: ReactNode;
  hint: ReactNode;
  children: ReactNode;
}) => (
  <div className="drop">
    <Icon of={cameraIcon} size="large" />
    <p>
      <strong>{title}</strong>
    </p>
    <p className="caption">{hint}</p>
    <div className="row">{children}</div>
  </div>
);

export const FileList = ({ children }: { children: ReactNode }) => <ul className="files">{children}</ul>;

interface FileItemProps {
  name: string;
  note: ReactNode;
  /** Address of a small picture; a document shows an icon. */
  thumbnailUrl?: string;
  waiting?: boolean;
  /** 0 to 1 while it is being sent; `label` is read out. */
  progress?: { share: number; label: string };
  remove?: { label: string; onRemove: () => void };
  children?: ReactNode;
}

export function FileItem({ name, note, thumbnailUrl, waiting, progress, remove, children }: FileItemProps) {
  return (
    <li className="file">
      <span className="file__thumb">
        {thumbnailUrl ? <img src={thumbnailUrl} alt="" /> : <Icon of={waiting ? offlineIcon : fileIcon} />}
      </span>
      <div>
        <p className="file__name">{name}</p>
        <p className="caption">{note}</p>
        {progress && (
          <progress max={100} value={Math.round(progress.share * 100)} aria-label={progress.label} />
        )}
        {children}
      </div>
      {remove && <IconButton icon={closeIcon} label={remove.label} onClick={remove.onRemove} />}
    </li>
  );
}
