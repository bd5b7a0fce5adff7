import { Disk } from 'flydrive';
import { S3Driver } from 'flydrive/drivers/s3';

/**
 * A bucket of a server that speaks S3: `s3://bucket?region=…&endpoint=…`, the endpoint for servers other than Amazon's. Credentials are found where
 * Amazon's library looks for them (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, a role of the machine).
 */
export function openBucket(url: string): Disk {
  const { hostname: bucket, searchParams } = new URL(url);
  const endpoint = searchParams.get('endpoint');
  return new Disk(
    new S3Driver({
      bucket,
      region: searchParams.get('region') ?? 'us-east-1',
      visibility: 'private',
      // Most servers other than Amazon's know neither lists of rights nor names of buckets as names of hosts.
      supportsACL: false,
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
  );
}
