/** 組版: sets official papers in embedded type. Knows fonts, variant characters and line rules; knows no case, no database, no HTTP. */
package jp.futari.correspondence.typography;
