// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole } from '../../testing/index.ts';
import { LeadDialog } from './lead-dialog.tsx';
import { WorkOrderDialog } from './work-order-dialog.tsx';
import { WorkOrdersPanel } from './work-orders-panel.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const unit = { id: 'opd-13-71-dpupr', name: 'Dinas PUPR' };
const report = {
  id: 'r1',
  placeText: 'Depan pasar',
  point: { __typename: 'GeoPoint', latitude: -0.94, longitude: 100.4 },
};
const inField = {
  officers: {
    __typename: 'OfficerConnection',
    edges: ['azwar', 'lain'].map((id) => ({
      __typename: 'OfficerEdge',
      node: {
        __typename: 'Officer',
        id,
        name: id === 'azwar' ? 'Azwar' : 'Orang lain',
        posts: [
          {
            __typename: 'Post',
            id: `post-${id}`,
            role: 'FIELD_OFFICER',
            organisation: { __typename: 'Organisation', id: id === 'azwar' ? unit.id : 'upt-alat' },
          },
        ],
      },
    })),
  },
};

it('a work order takes place and task, offers the unit’s own people, and shows its secret link once', async () => {
  const { user, asked } = renderConsole(
    <WorkOrderDialog report={report} units={[unit]} onClose={() => undefined} />,
    {
      words: {},
      answers: {
        FieldOfficers: () => inField,
        CreateWorkOrder: () => ({
          result: {
            __typename: 'WorkOrderCreated',
            path: '/instansi/tugas#rahasia',
            report: { __typename: 'Report', id: 'r1' },
            workOrder: {
              __typename: 'WorkOrder',
              id: 'w1',
              number: 'SPK-ABCD2345',
              expiresAt: '2026-12-04T03:00:00.000Z',
            },
          },
        }),
      },
    },
  );
  expect(screen.getByText(/bukan isi laporan dan bukan pelapornya/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Buat perintah kerja' }));
  expect(screen.getAllByText('Wajib diisi.')).toHaveLength(2);
  await user.type(screen.getByLabelText('Apa yang harus dikerjakan?'), 'Tambal lubang di badan jalan.');
  await user.type(screen.getByLabelText('Paling lambat'), '2026-11-27');
  await screen.findByRole('option', { name: 'Azwar' });
  expect(screen.queryByRole('option', { name: 'Orang lain' })).toBeNull();
  await user.selectOptions(screen.getByLabelText('Siapa yang pergi?'), 'azwar');
  await user.click(screen.getByRole('button', { name: 'Buat perintah kerja' }));
  await screen.findByText('Perintah kerja SPK-ABCD2345 dibuat');
  const input = asked.find(({ name }) => name === 'CreateWorkOrder')?.variables['input'] as { point: object };
  // The name of a type, as everything that was read has one, is refused in an input.
  expect(input.point).toEqual({ latitude: -0.94, longitude: 100.4 });
  expect(input).toMatchObject({
    reportId: 'r1',
    organisationId: unit.id,
    fieldOfficerId: 'azwar',
    task: 'Tambal lubang di badan jalan.',
    placeText: 'Depan pasar',
    dueOn: '2026-11-27',
  });
  const link = screen.getByLabelText('Tautan untuk petugas lapangan') as HTMLInputElement;
  expect(link.value).toMatch(/\/instansi\/tugas#rahasia$/);
});

it('words of the report are refused beside the field, and stay', async () => {
  const { user } = renderConsole(
    <WorkOrderDialog report={report} units={[unit]} onClose={() => undefined} />,
    {
      words: {},
      answers: {
        FieldOfficers: () => inField,
        CreateWorkOrder: () => ({
          result: { __typename: 'InvalidInput', fields: [{ path: 'input.task', code: 'COPIES_NARRATIVE' }] },
        }),
      },
    },
  );
  await user.type(screen.getByLabelText('Apa yang harus dikerjakan?'), 'Jalan di depan pasar berlubang.');
  await user.type(screen.getByLabelText('Paling lambat'), '2026-11-27');
  await user.click(screen.getByRole('button', { name: 'Buat perintah kerja' }));
  await screen.findByText('Ini menyalin isi laporan. Tulis dengan kata-kata sendiri.');
  expect((screen.getByLabelText('Apa yang harus dikerjakan?') as HTMLTextAreaElement).value).toContain(
    'pasar',
  );
});

const order = (state: string) => ({
  __typename: 'WorkOrder',
  id: 'w1',
  number: 'SPK-ABCD2345',
  task: 'Tambal lubang.',
  placeText: 'Depan pasar',
  dueOn: '2026-11-27',
  state,
  expiresAt: '2026-12-04T03:00:00.000Z',
  organisation: unit,
  fieldOfficer: null,
  evidence: [
    {
      __typename: 'WorkOrderEvidence',
      id: 'v1',
      at: '2026-11-20T03:00:00.000Z',
      note: 'Sudah ditambal.',
      officer: null,
      files: [],
    },
  ],
});
const withOrders = (...workOrders: object[]) =>
  ({ __typename: 'Report', id: 'r1', number: '48213097', workOrders }) as never;
const ordersOf = (...workOrders: object[]) => ({
  ReportWorkOrders: () => ({ report: { __typename: 'Report', id: 'r1', workOrders } }),
});

it('what came from the field is read on the report, and an open order can be called back', async () => {
  const { user, asked } = renderConsole(<WorkOrdersPanel report={withOrders(order('OPEN'))} />, {
    words: {},
    answers: {
      ...ordersOf(order('OPEN')),
      CancelWorkOrder: () => ({
        result: {
          __typename: 'WorkOrderChanged',
          workOrder: { __typename: 'WorkOrder', id: 'w1', state: 'CANCELLED' },
        },
      }),
    },
  });
  expect(asked).toEqual([]);
  await user.click(screen.getByText('Lihat yang dikirim ke lapangan, 1 menunggu'));
  await screen.findByText('Sudah ditambal.');
  expect(screen.getByText(/lewat tautan/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Tarik perintah/ }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Tarik perintah' }));
  await screen.findByText('Perintah kerja SPK-ABCD2345 ditarik.');
  expect(asked.find(({ name }) => name === 'CancelWorkOrder')?.variables).toEqual({
    input: { workOrderId: 'w1' },
  });
});

it('an order that is over cannot be called back; without any there is no panel', async () => {
  const { user } = renderConsole(<WorkOrdersPanel report={withOrders(order('DONE'))} />, {
    words: {},
    answers: ordersOf(order('DONE')),
  });
  await user.click(screen.getByText('Lihat yang dikirim ke lapangan'));
  await screen.findByText('Selesai');
  expect(screen.queryByRole('button', { name: /^Tarik perintah/ })).toBeNull();
  cleanup();
  const { container } = renderConsole(<WorkOrdersPanel report={withOrders()} />, { words: {}, answers: {} });
  expect(container.querySelector('.panel')).toBeNull();
});

it('another unit leads after it was chosen; a unit outside is refused in words', async () => {
  const found = (id: string, name: string) => ({
    __typename: 'OrganisationEdge',
    node: {
      __typename: 'Organisation',
      id,
      name,
      acronym: null,
      isStaffed: true,
      isTemplate: false,
      status: 'ACTIVE',
      ancestors: [],
      region: null,
      kind: 'UNIT',
    },
  });
  const { user, asked } = renderConsole(<LeadDialog reportId="r1" lead={unit} onClose={() => undefined} />, {
    words: {},
    answers: {
      FindOrganisations: () => ({
        organisations: {
          __typename: 'OrganisationConnection',
          edges: [found('bina-marga', 'Bidang Bina Marga')],
        },
      }),
      ChangeLead: () => ({
        result: {
          __typename: 'InvalidInput',
          fields: [{ path: 'input.organisationId', code: 'OUTSIDE_AUTHORITY' }],
        },
      }),
    },
  });
  await user.click(screen.getByRole('button', { name: 'Ganti' }));
  expect(screen.getByText('Pilih unit.')).toBeTruthy();
  await user.click(await screen.findByRole('option', { name: /Bidang Bina Marga/ }));
  await user.click(screen.getByRole('button', { name: 'Ganti ke Bidang Bina Marga' }));
  await screen.findByText(/di luar wewenang Anda/);
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'ChangeLead')?.variables['input']).toMatchObject({
      reportId: 'r1',
      organisationId: 'bina-marga',
    }),
  );
});
