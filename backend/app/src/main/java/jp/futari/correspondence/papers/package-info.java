/** 届書・添付書類: the papers people bring. What comes in is proved to be a paper, what goes out is masked. */
package jp.futari.correspondence.papers;
