import fc from "fast-check";

/**
 * Property tests draw the same inputs in every run, so that a red build is told by its change and not by dice. `PROPERTY_SEED=random` draws new
 * ones (to look for more), `PROPERTY_SEED=N` those of a seed that failed.
 */
const asked = process.env.PROPERTY_SEED;
if (asked !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked ?? 20261201) });
