import { localKeys } from '@/keys';

/** A held Enter presses a main button once at most: its repeats are swallowed. */
export const onePress = localKeys({ Enter: (event) => (event.nativeEvent.repeat ? undefined : false) });
