import fc from 'fast-check';

// Where the tests decide about a change, they decide the same twice; elsewhere every run explores further.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_124 });
