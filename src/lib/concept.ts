import { type ConceptName, isConcept } from "../../schemas/vocabulary.ts";

/** A name made of parts as a concept of the vocabulary. Any other name is a bug of the extractor that made it. */
export function conceptNamed(name: string): ConceptName {
  if (!isConcept(name)) throw new Error(`no concept of the vocabulary: ${name}`);
  return name;
}
