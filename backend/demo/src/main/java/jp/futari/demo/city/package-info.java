/** 架空の市: a synthetic city, the same for the same seed at any size. Everybody in it is visibly invented: names, postal codes 000-, phones 000-, numbers 0000…. */
package jp.futari.demo.city;
