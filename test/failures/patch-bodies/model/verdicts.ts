/** The standard and what is documented here give these words no meaning: they must be refused. */
export class Meaningless extends Error {}

/** Words of which the model doesn't tell what they mean: nothing that they don't name may be lost by them. */
export class Unclear extends Error {}
