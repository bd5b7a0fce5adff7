// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole } from '../testing/index.ts';
import { EvidenceField } from './evidence-field.tsx';
import type { UploadedFile } from './upload.ts';
import { useFilesFirst } from './use-files-first.ts';

afterEach(cleanup);

const photo = new File(['x'], 'lampu.jpg', { type: 'image/jpeg' });

function Form({ send }: { send: () => void }) {
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [isShown, setShown] = useState(true);
  const arriving = useFilesFirst(send);
  return (
    <>
      {isShown && (
        <EvidenceField
          files={files}
          onChange={setFiles}
          onSending={arriving.onSending}
          onGivenUp={arriving.cancel}
        />
      )}
      <button type="button" onClick={arriving.sendThen}>
        {arriving.waits ? 'Menunggu' : 'Kirim'}
      </button>
      <button type="button" onClick={() => setShown(!isShown)}>
        Lain
      </button>
    </>
  );
}

/** Without a pause: no file arrives or fails between two steps. */
function waiting() {
  const send = vi.fn<() => void>();
  const { container } = renderConsole(<Form send={send} />, { words: {}, answers: {} });
  fireEvent.change(container.querySelector('input')!, { target: { files: [photo] } });
  fireEvent.click(screen.getByText('Kirim'));
  expect(screen.getByText('Menunggu')).toBeTruthy();
  return send;
}

it('a file that is taken out while the answer waits for it takes the wish to send with it', () => {
  const send = waiting();
  fireEvent.click(screen.getByRole('button', { name: 'Hapus lampu.jpg' }));
  expect(screen.getByText('Kirim')).toBeTruthy();
  expect(send).not.toHaveBeenCalled();
});

it('leaving the field while its files are on their way sends nothing, then or on the way back', () => {
  const send = waiting();
  fireEvent.click(screen.getByText('Lain'));
  expect(screen.getByText('Kirim')).toBeTruthy();
  fireEvent.click(screen.getByText('Lain'));
  expect(send).not.toHaveBeenCalled();
});
