import type { Database } from '@lapor/database';
import { batch } from '@lapor/subgraph';
import { EvidenceFile } from './graphql.ts';
import { findEvidence } from './repository.ts';

/** @param signUrl path of a file, signed for a short time. */
export function evidenceLoaders(database: Database, signUrl: (id: string) => string) {
  return {
    /** By declaration. Only for those who may read the readiness: the addresses open the files. */
    evidence: batch<EvidenceFile[]>(async (declarationIds) => {
      const rows = await findEvidence(database, declarationIds);
      return declarationIds.map((id) =>
        rows
          .filter((row) => row.declaration_id === id)
          .map((row) =>
            Object.assign(new EvidenceFile(), {
              id: row.id,
              fileName: row.file_name,
              mediaType: row.media_type,
              sizeBytes: row.size_bytes,
              url: signUrl(row.id),
            }),
          ),
      );
    }),
  };
}
