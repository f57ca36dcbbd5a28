/** What an archive's own list says of a member, as far as it can be read without unpacking. */
export interface Listed {
  readonly name: string;
  /** CRC-32 of its bytes; null where none is stated, or where it is of something else. */
  readonly checksum: number | null;
  /** Whether a part of it lies in another volume. */
  readonly split: boolean;
}
