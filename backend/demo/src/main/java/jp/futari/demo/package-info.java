/** 体験版: everything the product needs around it on one machine. Never reaches the product jar. */
package jp.futari.demo;
