import { benchDictionary } from './dictionary';

// Prints ratios, each of two things measured in this run: a ratio holds on another machine, a time does not.
benchDictionary();
